import validateResult from "../generated/validate-result.js";
import type { Diagnostic } from "./diagnostic.ts";
import { about } from "./file-errors.ts";
import { lineAndColumn, locateJson } from "./locate-json.ts";
import { isMapping } from "./mapping.ts";
import { schemaDiagnostics } from "./schema-diagnostics.ts";
import type { SourceDocument } from "./source-document.ts";

/** The schema of `result.schema.json`, the only one that there is so far. */
const SCHEMA_VERSION = 1;

export type ResultReading =
  /** Of the form that the schema describes, so the type is known without looking. */
  | { ok: true; value: ReturnType<typeof JSON.parse> }
  | { ok: false; diagnostics: readonly Diagnostic[] };

/** Reads a saved result of `evaluate --format json`: syntax, version, and the form of everything that reports use. */
export function readResult(text: string, file: string): ResultReading {
  let value: ReturnType<typeof JSON.parse>;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, diagnostics: [syntaxFault(text, file, error)] };
  }
  const document: SourceDocument = {
    file,
    text,
    value,
    spanOf: (path) => {
      const { line, column } = lineAndColumn(text, locateJson(text, path));
      return { line, column, endColumn: column + 1 };
    },
  };
  const version = isMapping(value) ? value["schemaVersion"] : undefined;
  if (version !== SCHEMA_VERSION)
    return { ok: false, diagnostics: [versionFault(document, version)] };
  if (validateResult(value)) return { ok: true, value };
  return { ok: false, diagnostics: schemaDiagnostics(document, validateResult.errors ?? []) };
}

function syntaxFault(text: string, file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/u.exec(reason)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  const { line, column } = lineAndColumn(text, Math.min(offset, text.length));
  const message = text.trim() === "" ? "the file is empty" : "this is not valid JSON";
  return {
    ...about(file, "CS1901", message, "save it with chipselect evaluate --report json=FILE"),
    line,
    column,
    endColumn: column + 1,
  };
}

function versionFault(document: SourceDocument, version: unknown): Diagnostic {
  const place = document.spanOf(version === undefined ? [] : ["schemaVersion"]);
  const found = version === undefined ? "none" : JSON.stringify(version);
  const message =
    version === undefined
      ? "this is no result of chipselect evaluate: it has no schemaVersion"
      : `schemaVersion ${found} is not known to this version, which reads ${SCHEMA_VERSION}`;
  const help = "save it with chipselect evaluate --report json=FILE";
  return { ...about(document.file, "CS1901", message, help), ...place };
}
