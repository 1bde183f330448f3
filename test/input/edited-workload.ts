import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../src/input/diagnostic.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import { KNOWN } from "./known.ts";

export const BASE = readFileSync(
  new URL("../fixtures/workloads/base.yaml", import.meta.url),
  "utf8",
);

type Edit = readonly [find: string, replace: string];

/** What reading the base workload says after the edits. */
export function diagnose(...edits: readonly Edit[]): readonly Diagnostic[] {
  let text = BASE;
  for (const [find, replace] of edits) {
    if (!text.includes(find)) throw new Error(`the base workload has no ${find}`);
    text = text.replace(find, replace);
  }
  const reading = readWorkload(text, "w.yaml", KNOWN);
  return reading.ok ? reading.warnings : reading.diagnostics;
}

export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ line, column, code, message }) => `${line}:${column} ${code} ${message}`,
  );
}

/** Replaced text, its replacement, `line:column code message`, words of the help; positions counted by hand. */
export type Row = readonly [find: string, replace: string, fault: string, help: string];
