import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { Diagnostic } from "../input/diagnostic.ts";
import { about } from "../input/file-errors.ts";
import { isMapping } from "../input/mapping.ts";
import { readYaml } from "../input/read-yaml.ts";
import { schemaDiagnostics } from "../input/schema-diagnostics.ts";
import { diagnosticAt } from "../input/source-document.ts";
import type { SourceDocument } from "../input/source-document.ts";
import type { ProfileKind } from "./profile-kinds.ts";
import { readSchema, schemaCompiler } from "./validators.ts";

export interface ReadProfiles {
  /** Valid files in the order of their paths, which decides the order of the catalogue. */
  readonly documents: readonly SourceDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of every file by its path from the root, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads all files of a kind and checks them against its schema. A kind without any file is a fault. */
export async function readProfiles(root: string, kind: ProfileKind): Promise<ReadProfiles> {
  const folder = join(root, "profiles", kind.place);
  const files = await yamlFiles(folder);
  const sources = new Map<string, string>();
  const documents: SourceDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  if (files.length === 0) {
    const message = `there are no profiles of kind ${kind.id}`;
    diagnostics.push(about(`profiles/${kind.place}`, "CS1001", message, null));
  }
  const schema = await readSchema(join(root, "schemas", kind.schema));
  const isValid = schemaCompiler(schema).compile(schema);
  for (const file of files) {
    const name = relative(root, file).split(sep).join("/");
    const text = await readFile(file, "utf8");
    sources.set(name, text);
    const reading = readYaml(text, name);
    if (!reading.ok) {
      diagnostics.push(...reading.diagnostics);
      continue;
    }
    const document = reading.value;
    const found = isValid(document.value)
      ? idFaults(document, kind)
      : schemaDiagnostics(document, isValid.errors ?? []);
    diagnostics.push(...found);
    if (found.length === 0) documents.push(document);
  }
  return { documents, diagnostics, sources };
}

function idFaults(document: SourceDocument, { named }: ProfileKind): Diagnostic[] {
  const id = isMapping(document.value) ? document.value["id"] : undefined;
  const expected = basename(document.file, ".yaml");
  if (!named || id === expected) return [];
  const message = `the id is "${String(id)}", but the file is named ${expected}.yaml`;
  const help = "a profile is found by its file name: make them equal";
  return [diagnosticAt(document, ["id"], { code: "CS1105", message, help })];
}

/** YAML files below a folder, sorted by path whatever the file system's order. */
async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
