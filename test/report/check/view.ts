import { messageTerm } from "../../../src/app/check-terms.ts";
import type { CheckEntry, CheckResult } from "../../../src/check/types.ts";
import type { CheckView } from "../../../src/report/check/view.ts";

export function entry(said: Partial<CheckEntry> = {}): CheckEntry {
  return {
    kind: "assertion",
    code: "CS2101",
    id: "tpot",
    title: "time per output token on chat",
    spec: "meridian-1",
    workload: "chat",
    level: "error",
    status: "fail",
    message:
      "meridian-1 on chat: time per output token: 43 ms, must be at most 40 ms, 7.5 % too much",
    value: 0.043,
    limit: 0.04,
    unit: "s",
    expected: "at most 40 ms",
    found: "43 ms",
    missedBy: 0.075,
    baseline: null,
    known: null,
    change: null,
    help: "memory.bandwidth ≥ 5.2 TB/s would pass; it is 4.8 TB/s",
    reason: null,
    place: { file: "chips/meridian-1.yaml", line: 37, column: 14, endColumn: 22 },
    asked: { file: "policy.yaml", line: 5, column: 5, endColumn: 7 },
    fingerprint: "0123456789abcdef",
    ...said,
  };
}

/** What strangers can write into a file that ends up in a report. */
const HOSTILE =
  'a\nb\r::error file=x::y,z%0A\u001b[31mred\u001b[0m <script>alert(1)</script> ]]> &amp; "q" | [l](http://x) `c` @all \u202e\u0000';

/** What no report may send to a terminal or hide in a text. */
export const CONTROLS = /(?!\n)[\p{Cc}\p{Cf}]/u;

export function view(checks: readonly CheckEntry[], said: Partial<CheckResult> = {}): CheckView {
  const count = (test: (each: CheckEntry) => boolean): number => checks.filter(test).length;
  const errors = count(({ status, level }) => status === "fail" && level === "error");
  return {
    result: {
      schemaVersion: 1,
      tool: { name: "chipselect", version: "1.2.3" },
      passed: errors === 0,
      specs: [{ id: "meridian-1", name: "Meridian-1", file: "chips/meridian-1.yaml" }],
      workloads: [{ id: "chat", name: "Chat", file: "chat.yaml" }],
      policy: { name: "policy", file: "policy.yaml", extends: ["recommended"] },
      baseline: null,
      summary: {
        checks: checks.length,
        passed: count(({ status }) => status === "pass"),
        errors,
        warnings: count(({ status, level }) => status === "fail" && level === "warn"),
        skipped: count(({ status }) => status === "skip"),
        suppressed: count(({ status }) => status === "suppressed"),
      },
      checks,
      figures: [],
      warnings: [],
      ...said,
    },
    sources: new Map(),
    explain: messageTerm,
    fromRoot: (file) => file,
  };
}

/** One entry of each status and level. */
export const MIXED: readonly CheckEntry[] = [
  entry(),
  entry({ id: "die", status: "pass", help: null, asked: null }),
  entry({ id: "slower", level: "warn", code: "CS2103", known: true, asked: null }),
  entry({ id: "regress", status: "skip", reason: "no baseline is given", asked: null }),
  entry({
    kind: "rule",
    id: "power-density",
    code: "CS3005",
    level: "warn",
    status: "suppressed",
    reason: "cold plate",
    workload: null,
    asked: null,
  }),
];

/** Every text that comes from a file, hostile. */
const HOSTILE_ENTRIES: readonly CheckEntry[] = (
  ["fail", "pass", "skip", "suppressed"] as const
).map((status) =>
  entry({
    status,
    id: HOSTILE,
    title: HOSTILE,
    spec: HOSTILE,
    workload: HOSTILE,
    message: HOSTILE,
    help: HOSTILE,
    reason: HOSTILE,
    expected: HOSTILE,
    found: HOSTILE,
    unit: HOSTILE,
    place: { file: HOSTILE, line: 1, column: 1, endColumn: 2 },
    asked: { file: HOSTILE, line: 1, column: 1, endColumn: 2 },
  }),
);

export const hostileView = (): CheckView =>
  view(HOSTILE_ENTRIES, {
    specs: [{ id: HOSTILE, name: HOSTILE, file: HOSTILE }],
    workloads: [{ id: HOSTILE, name: HOSTILE, file: HOSTILE }],
    policy: { name: HOSTILE, file: HOSTILE, extends: [HOSTILE] },
    baseline: { file: HOSTILE },
    warnings: [HOSTILE],
    figures: [
      {
        spec: HOSTILE,
        workload: HOSTILE,
        metric: "tdp",
        title: HOSTILE,
        unit: HOSTILE,
        before: 1,
        now: 2,
        relative: 1,
        better: false,
      },
    ],
  });
