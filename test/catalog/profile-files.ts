import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";

/** One file of profiles/<kind>, for tests over the whole catalogue. */
export interface CatalogFile {
  /** File name without folder and ending. */
  id: string;
  text: string;
  document: Record<string, unknown>;
}

export type CatalogKind = "chips" | "systems" | "stacks" | "families" | "prices";

const ROOT = new URL("../../", import.meta.url).pathname;

export function catalogFiles(kind: CatalogKind): readonly CatalogFile[] {
  const folder = join(ROOT, "profiles", kind);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return { id: basename(path, ".yaml"), text, document: parse(text) };
    });
}

export function modeline(schema: string): string {
  return `# yaml-language-server: $schema=../../schemas/${schema}.schema.json\n`;
}

/** Errors of a document against schemas/<name>.schema.json, as "path message"; empty when it fits. */
export function schemaErrors(name: string): (document: unknown) => string[] {
  const text = readFileSync(join(ROOT, "schemas", `${name}.schema.json`), "utf8");
  const schema: Record<string, unknown> = JSON.parse(text);
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  return (document) =>
    validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}
