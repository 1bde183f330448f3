import type { CheckEntry, FigureDelta } from "../../check/types.ts";
import { describeNumber, percent } from "../figures.ts";
import type { Block, Document, Table } from "../document.ts";
import { checksTable } from "./checks-table.ts";
import { failing, verdictText, type CheckView } from "./view.ts";

/** A check as a page or a comment: the verdict, what fails and what would help, what changed, and every check folded away. */
export function checkDocument(
  { result }: CheckView,
  mostRows = Number.POSITIVE_INFINITY,
): Document {
  const found = failing(result);
  const changed = result.figures.filter(({ relative, now, before }) =>
    relative !== null ? relative !== 0 : now !== before,
  );
  const blocks: Block[] = [
    {
      kind: "paragraph",
      text: `${result.passed ? "✅" : "❌"} ${verdictText(result)}`,
      tone: "strong",
    },
    ...(found.length === 0
      ? []
      : [{ kind: "table", table: findingsTable(found, mostRows) } as const]),
    ...(result.baseline === null ? [] : deltas(changed, mostRows)),
    ...(result.warnings.length === 0
      ? []
      : [{ kind: "list", items: result.warnings.slice(0, mostRows) } as const]),
    {
      kind: "details",
      summary: `All ${result.checks.length} checks of ${result.specs.map(({ name }) => name).join(", ")}`,
      blocks: [{ kind: "table", table: capped(checksTable(result), mostRows) }],
    },
  ];
  const specs = result.specs.map(({ name }) => name).join(", ");
  return { title: `Check of ${specs === "" ? result.policy.name : specs}`, blocks };
}

function findingsTable(found: readonly CheckEntry[], mostRows: number): Table {
  return capped(
    {
      columns: [
        { id: "level", title: "Level", type: "text" },
        { id: "finding", title: "Finding", type: "text" },
        { id: "help", title: "What would help", type: "text" },
        { id: "place", title: "Place", type: "text" },
      ],
      rows: found.map(({ level, code, message, help, place, known }) => [
        {
          value: `${level === "warn" ? "warning" : "error"}${known === true ? " (also on the base)" : ""}`,
        },
        { value: `${code}: ${message}` },
        { value: help },
        { value: `${place.file}:${place.line}` },
      ]),
    },
    mostRows,
  );
}

function deltas(changed: readonly FigureDelta[], mostRows: number): Block[] {
  if (changed.length === 0)
    return [{ kind: "paragraph", text: "No figure differs from the baseline." }];
  const largest = changed.toSorted(
    (a, b) => Math.abs(b.relative ?? Infinity) - Math.abs(a.relative ?? Infinity),
  );
  const shown = (value: number | null, unit: string): string =>
    value === null ? "none" : describeNumber(value, unit);
  const table: Table = {
    columns: [
      { id: "figure", title: "Figure", type: "text" },
      { id: "workload", title: "Workload", type: "text" },
      { id: "change", title: "Old → new", type: "text" },
      { id: "relative", title: "Change", type: "sum" },
      { id: "better", title: "", type: "text" },
    ],
    rows: largest.map(({ title, spec, workload, before, now, unit, relative, better }) => [
      { value: title },
      { value: workload ?? spec },
      { value: `${shown(before, unit)} → ${shown(now, unit)}` },
      { value: relative === null ? null : `${relative > 0 ? "+" : ""}${percent(relative)}` },
      { value: better === null ? "" : better ? "better" : "worse" },
    ]),
  };
  return [{ kind: "table", table: capped(table, mostRows) }];
}

function capped(table: Table, mostRows: number): Table {
  const hidden = table.rows.length - mostRows;
  if (hidden <= 0) return table;
  const more = table.columns.map((_column, index) => ({
    value: index === 1 ? `… and ${hidden} more` : "",
  }));
  return { ...table, rows: [...table.rows.slice(0, mostRows), more] };
}
