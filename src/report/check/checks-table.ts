import type { CheckEntry, CheckResult } from "../../check/types.ts";
import { percent } from "../figures.ts";
import { singleLine } from "../table-text.ts";
import type { Cell, Column, Table, Tone } from "../document.ts";

const TONES: Readonly<Record<CheckEntry["status"], Tone>> = {
  pass: "good",
  fail: "bad",
  skip: "muted",
  suppressed: "muted",
};

/** Assertions and measurements one by one, and those rules that found something. */
export function checksTable({ checks, baseline, specs, workloads }: CheckResult): Table {
  const rows = checks.filter(({ kind, status }) => kind !== "rule" || status !== "pass");
  const columns: readonly (Column & { cell: (entry: CheckEntry) => Cell })[] = [
    {
      ...text("verdict", "Verdict"),
      cell: (entry) => ({ value: verdict(entry), tone: tone(entry) }),
    },
    {
      ...text("check", "Check"),
      type: "name",
      cell: ({ kind, id, code }) => ({ value: kind === "rule" ? `${id} (${code})` : id }),
    },
    ...(specs.length > 1
      ? [{ ...text("spec", "Spec"), cell: ({ spec }: CheckEntry) => ({ value: spec }) }]
      : []),
    ...(workloads.length > 1
      ? [
          {
            ...text("workload", "Workload"),
            cell: ({ workload }: CheckEntry) => ({ value: workload }),
          },
        ]
      : []),
    ...(baseline === null
      ? []
      : [
          {
            ...text("change", "Change"),
            type: "sum" as const,
            cell: (entry: CheckEntry) => ({ value: changed(entry) }),
          },
        ]),
    { ...text("found", "Found"), type: "sum", cell: ({ found }) => ({ value: found }) },
    {
      ...text("expected", "Must be"),
      type: "name",
      optional: 1,
      cell: ({ expected }) => ({ value: expected }),
    },
  ];
  return {
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: rows.map((entry) => columns.map(({ cell }) => cell(entry))),
  };
}

const text = (id: string, title: string): Column => ({ id, title, type: "text" });

function verdict({ status, level }: CheckEntry): string {
  if (status === "pass") return "holds";
  if (status === "fail") return level === "warn" ? "warning" : "fails";
  return status === "skip" ? "skipped" : "suppressed";
}

function tone({ status, level }: CheckEntry): Tone {
  return status === "fail" && level === "warn" ? "warn" : TONES[status];
}

/** Since the baseline. */
function changed({ baseline, value }: CheckEntry): string | null {
  if (baseline === null || value === null) return null;
  const change = baseline === 0 ? null : value / baseline - 1;
  if (change === null || Math.abs(change) < 1e-9)
    return value === baseline || change !== null ? "=" : null;
  return `${change > 0 ? "+" : ""}${percent(change)}`;
}

/** Every check with its figures in SI, for spreadsheets. */
export function entriesTable({ checks }: CheckResult): Table {
  const text = (id: string, title: string): Table["columns"][number] => ({
    id,
    title,
    type: "text",
  });
  const number = (id: string, title: string): Column => ({ id, title, type: "quantity" });
  return {
    columns: [
      text("status", "Status"),
      text("level", "Level"),
      text("code", "Code"),
      text("id", "Check"),
      text("spec", "Spec"),
      text("workload", "Workload"),
      number("value", "Value"),
      number("limit", "Limit"),
      text("unit", "Unit"),
      number("missedBy", "Missed by"),
      number("baseline", "Baseline"),
      text("message", "Message"),
      text("change", "Smallest change"),
      text("file", "File"),
      { id: "line", title: "Line", type: "count" },
      { id: "column", title: "Column", type: "count" },
    ],
    rows: checks.map((entry): Cell[] => [
      { value: entry.status },
      { value: entry.level },
      { value: entry.code },
      words(entry.id),
      words(entry.spec),
      words(entry.workload),
      { value: entry.value },
      { value: entry.limit },
      words(entry.unit),
      { value: entry.missedBy },
      { value: entry.baseline },
      words(entry.message),
      words(entry.change?.text ?? null),
      words(entry.place.file),
      { value: entry.place.line },
      { value: entry.place.column },
    ]),
  };
}

/** Names of files and specs may hold anything, also what a terminal would obey. */
const words = (text: string | null): Cell => ({ value: text && singleLine(text) });
