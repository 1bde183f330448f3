import { fingerprint } from "./fingerprint.ts";
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
    value: null,
    limit: null,
    unit: "",
    expected: null,
    found: null,
    missedBy: null,
    baseline: null,
    known: null,
    change: null,
    help: "write the baseline anew with --save-baseline",
    reason: null,
    place: { file, line: 1, column: 1, endColumn: 1 },
    asked: null,
    fingerprint: fingerprint(["CS2021", message]),
  };
}
