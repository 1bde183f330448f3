import type { ErrorObject } from "ajv";
import type { Code } from "./codes.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { isMapping } from "./mapping.ts";
import { formatPath, parseJsonPointer } from "./path.ts";
import type { Path } from "./path.ts";
import { schemaFinding } from "./schema-findings.ts";
import { diagnosticAt } from "./source-document.ts";
import type { SourceDocument } from "./source-document.ts";

/** What one schema error means to a person. */
export interface Finding {
  readonly code: Code;
  /** Where it is, below the instance that the error names. */
  readonly below: Path;
  readonly part: "key" | "value";
  readonly message: string;
  readonly help: string | null;
}

/** Lower comes first when several errors speak about the same place. */
const PRECEDENCE: readonly string[] = ["type", "false schema", "additionalProperties", "enum"];

/** Errors that only repeat others: a branch that was entered reports its own. */
const ECHOES: ReadonlySet<string> = new Set(["if", "unevaluatedProperties"]);

/**
 * Diagnostics for the errors of a JSON schema validator (ajv, `allErrors` and `verbose`), one for each place.
 *
 * @param at where the validated value stands in the document; the root when left out.
 */
export function schemaDiagnostics(
  document: SourceDocument,
  errors: readonly ErrorObject[],
  at: Path = [],
): Diagnostic[] {
  const ordered = collapseAlternatives(errors.filter((error) => !ECHOES.has(error.keyword)));
  const places = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const error of ordered) {
    const instance = [...at, ...parseJsonPointer(error.instancePath)];
    const finding = schemaFinding(error, instance, kindAround(document.value, instance));
    const path = [...instance, ...finding.below];
    const place = `${formatPath(path)} ${finding.part}${finding.code === "CS1102" ? finding.message : ""}`;
    if (places.has(place)) continue;
    places.add(place);
    const { code, message, help, part } = finding;
    diagnostics.push(diagnosticAt(document, path, { code, message, help }, part));
  }
  return diagnostics;
}

/**
 * `anyOf` and `oneOf` report every branch. When a branch was entered (it has errors deeper than the value itself),
 * only those are kept; when none was, only the alternative as a whole.
 */
function collapseAlternatives(errors: readonly ErrorObject[]): ErrorObject[] {
  const isChoice = ({ keyword }: ErrorObject): boolean =>
    keyword === "anyOf" || keyword === "oneOf";
  const chosen = new Set(errors.filter(isChoice).map((error) => error.instancePath));
  const kept = errors.filter((error) =>
    isChoice(error)
      ? !errors.some((other) => isDeeper(other, error))
      : !chosen.has(error.instancePath),
  );
  return kept.toSorted((a, b) => precedence(a) - precedence(b));
}

/** The `kind` of the mapping that holds the value, which decides the keys it may have. */
function kindAround(root: unknown, path: Path): string | null {
  let parent: unknown = root;
  for (const step of path.slice(0, -1)) {
    if (Array.isArray(parent)) parent = parent[Number(step)] as unknown;
    else parent = isMapping(parent) ? parent[String(step)] : undefined;
  }
  const kind = isMapping(parent) ? parent["kind"] : undefined;
  return typeof kind === "string" ? kind : null;
}

function isDeeper(error: ErrorObject, than: ErrorObject): boolean {
  return error.instancePath.startsWith(`${than.instancePath}/`);
}

function precedence({ keyword }: ErrorObject): number {
  const place = PRECEDENCE.indexOf(keyword);
  return place === -1 ? PRECEDENCE.length : place;
}
