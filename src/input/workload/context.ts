import type { Code } from "../codes.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { KnownNames, WorkloadSources } from "../known-names.ts";
import { isMapping } from "../mapping.ts";
import type { Mapping } from "../mapping.ts";
import type { Path } from "../path.ts";
import { diagnosticAt } from "../source-document.ts";
import type { SourceDocument } from "../source-document.ts";

/**
 * What the readers of one workload file share. They note every fault in `diagnostics` and go on with a stand-in value,
 * so that one run finds all faults; values of the wrong kind were reported by the schema and read as absent.
 */
export interface Context {
  readonly document: SourceDocument;
  readonly known: KnownNames;
  readonly sources: WorkloadSources;
  readonly diagnostics: Diagnostic[];
}

/** A mapping of the document and where it stands. */
export interface Fields {
  readonly path: Path;
  readonly values: Mapping;
}

interface Said {
  code: Code;
  message: string;
  help: string | null;
  severity?: "error" | "warning";
  part?: "key" | "value";
}

export function report(
  context: Pick<Context, "document" | "diagnostics">,
  path: Path,
  { part = "value", ...said }: Said,
): void {
  context.diagnostics.push(diagnosticAt(context.document, path, said, part));
}

/** The mapping at `key`, or an empty one when there is none. */
export function fieldsAt(parent: Fields, key: string): Fields {
  const value = parent.values[key];
  return { path: [...parent.path, key], values: isMapping(value) ? value : {} };
}

export function pathOf(fields: Fields, key: string): Path {
  return [...fields.path, key];
}

/** True when the key stands in the file with a value. */
export function has(fields: Fields, key: string): boolean {
  const value = fields.values[key];
  return value !== undefined && value !== null;
}

export function textAt(fields: Fields, key: string): string | null {
  const value = fields.values[key];
  return typeof value === "string" ? value : null;
}

/** The value when it is one of the choices, else `otherwise`. */
export function choiceAt<const T extends string, D>(
  fields: Fields,
  key: string,
  choices: readonly T[],
  otherwise: D,
): T | D {
  const value = fields.values[key];
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Keys of `keys` that the mapping has. */
export function present<const T extends string>(fields: Fields, keys: readonly T[]): T[] {
  return keys.filter((key) => has(fields, key));
}
