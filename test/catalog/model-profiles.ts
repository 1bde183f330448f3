import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AnySchemaObject } from "ajv";
import { parse } from "yaml";
import { readModel } from "../../src/catalog/read-model.ts";
import type { ReadModel } from "../../src/catalog/read-model.ts";

/** One file of profiles/models, for tests over the whole catalogue. */
export interface ProfileFile {
  path: string;
  /** File name without folder and ending. */
  id: string;
  text: string;
  document: Record<string, unknown>;
}

const FOLDER = new URL("../../profiles/models", import.meta.url).pathname;
const SCHEMA = new URL("../../schemas/model.schema.json", import.meta.url).pathname;

let profiles: ProfileFile[] | undefined;

export function modelProfiles(): ProfileFile[] {
  profiles ??= readProfiles();
  return profiles;
}

function readProfiles(): ProfileFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(FOLDER, path), "utf8");
      return { path, id: basename(path, ".yaml"), text, document: parse(text) };
    });
}

export function readProfile(id: string): ReadModel {
  const file = modelProfiles().find((profile) => profile.id === id);
  if (file === undefined) throw new Error(`no profile ${id}`);
  return readModel(file.document);
}

const schema: AnySchemaObject = JSON.parse(readFileSync(SCHEMA, "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true });
ajv.addSchema(schema, "model");

/** Errors of a catalogue file against the schema, as "path message"; empty when it fits. */
export function profileErrors(document: unknown): string[] {
  return errorsOf("model", document);
}

/** Errors of a model written in a workload file. */
export function inlineErrors(document: unknown): string[] {
  return errorsOf("model#/$defs/inlineModel", document);
}

function errorsOf(reference: string, document: unknown): string[] {
  const validate = ajv.getSchema(reference);
  if (validate === undefined) throw new Error(`no schema ${reference}`);
  if (validate(document) === true) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
