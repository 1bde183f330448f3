import type { Block, Cell, Column } from "../document.ts";
import { chooseScale, significant } from "../figures.ts";
import type { Assumption, EvaluationResult } from "../types.ts";
import { signed } from "./waterfall.ts";

/** Assumptions of which the lead depends most; JSON has them all. */
const SHOWN = 8;

const COLUMNS: readonly Column[] = [
  { id: "assumption", title: "Assumption", type: "name" },
  { id: "now", title: "Now", type: "sum", optional: 3 },
  { id: "range", title: "From–to", type: "sum" },
  { id: "low", title: "Lead", type: "sum" },
  { id: "high", title: "…to", type: "sum" },
  { id: "winner", title: "Wins instead", type: "name", optional: 2 },
  { id: "reason", title: "Why this far", type: "name", optional: 4 },
];

/** A column has no room for the names of times. */
const SHORT: Readonly<Record<string, string>> = {
  "limit on the time to first token": "limit on TTFT",
  "limit on the time per output token": "limit on TPOT",
  "limit on the end-to-end time": "limit on latency",
};

/** What becomes of the lead when one assumption at a time goes to either end of its range, widest effect first. */
export function assumptions(result: EvaluationResult): Block[] {
  const all = result.recommendation?.assumptions ?? [];
  if (all.length === 0) return [];
  const names = new Map(result.candidates.map(({ id, name }) => [id, name]));
  const winner = result.recommendation?.id ?? null;
  const rows = all.slice(0, SHOWN).map((assumption) => row(assumption, winner, names));
  return [
    { kind: "heading", text: "What the lead depends on: one assumption at a time" },
    { kind: "table", table: { columns: COLUMNS, rows } },
  ];
}

function row(
  { noun, of, unit, now, low, high, reason }: Assumption,
  winner: string | null,
  names: ReadonlyMap<string, string>,
): Cell[] {
  const scale = chooseScale(unit, [now]);
  const show = (value: number): string => significant(value / scale.factor);
  const others = [low, high].flatMap((end) =>
    end.winner === winner ? [] : [end.winner === null ? "nobody" : (names.get(end.winner) ?? "")],
  );
  return [
    { value: `${SHORT[noun] ?? noun}${of === null ? "" : `, ${of.replace(/^task /u, "")}`}` },
    { value: show(now) },
    { value: `${show(low.value)}–${show(high.value)} ${unit === "" ? "×" : scale.unit}` },
    leadCell(low.lead),
    leadCell(high.lead),
    { value: [...new Set(others)].join(", ") || null },
    { value: reason },
  ];
}

/** A word where there is no lead: the winner itself misses a limit there. */
function leadCell(lead: number | null): Cell {
  if (lead === null) return { value: "out", tone: "bad" };
  return { value: signed(lead), ...(lead < 0 ? { tone: "warn" as const } : {}) };
}
