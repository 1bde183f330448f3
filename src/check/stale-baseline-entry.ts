import { fingerprint } from "./fingerprint.ts";
import { NO_FIGURES } from "./no-figures.ts";
import type { CheckEntry } from "./types.ts";

/** A part of the baseline that nothing of the run answers to. */
export function staleBaselineEntry(message: string, file: string): CheckEntry {
  return {
    kind: "baseline",
    code: "CS2021",
    id: "stale-baseline",
    title: "stale baseline entry",
    spec: "",
    workload: null,
    level: "warn",
    status: "fail",
    message,
    ...NO_FIGURES,
    help: "write the baseline anew with --save-baseline",
    reason: null,
    place: { file, line: 1, column: 1, endColumn: 1 },
    asked: null,
    fingerprint: fingerprint(["CS2021", message]),
  };
}
