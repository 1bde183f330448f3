import type { Block, Cell, Column } from "../document.ts";
import { restsOnEstimates, type FigureKind } from "../evaluation/evidence.ts";
import { BOUND_WORD } from "../evaluation/words.ts";
import type { SweepCandidate, SweepHeader, SweepPoint } from "./types.ts";

interface PointColumn extends Column {
  cell: (candidate: SweepCandidate) => Cell;
}

/** A row for each candidate that the points list. */
export function pointsTable(header: SweepHeader, shown: readonly SweepPoint[]): Block {
  const axes = header.axes.map(({ key }): Column => ({
    id: key,
    title: shortKey(
      key,
      header.axes.map((axis) => axis.key),
    ),
    type: "sum",
  }));
  const rows = shown.flatMap((point) =>
    (point.candidates.length > 0 ? point.candidates : [null]).map((candidate) => [
      ...header.axes.map(({ key }): Cell => ({ value: String(point.over[key] ?? "") })),
      ...FIGURES.map(({ cell }): Cell => (candidate ? cell(candidate) : { value: null })),
      { value: point.fault ?? (candidate?.missed.join(", ") || null) },
    ]),
  );
  const columns = [
    ...axes,
    ...FIGURES,
    { id: "missed", title: "Misses", type: "name", optional: 2 } as const,
  ];
  return { kind: "table", table: { columns, rows } };
}

const FIGURES: readonly PointColumn[] = [
  {
    id: "chip",
    title: "Chip",
    type: "name",
    cell: ({ id, rank }) => ({ value: id, tone: rank === null ? "muted" : "plain" }),
  },
  { id: "score", title: "Score", type: "score", cell: ({ score }) => ({ value: score }) },
  {
    id: "chips",
    title: "Chips",
    type: "count",
    cell: ({ plan }) => ({ value: plan?.chips ?? null }),
  },
  figure("cost", "Cost", "USD", "money", 1, (metrics) => metrics.totalCostUsd),
  figure("ttft", "TTFT", "s", "time", 4, (metrics) => metrics.timeToFirstTokenSeconds),
  figure("tpot", "TPOT", "s", "time", 3, (metrics) => metrics.timePerOutputTokenSeconds),
  figure("latency", "Latency", "s", "time", 5, (metrics) =>
    metrics.timeToFirstTokenSeconds === null ? metrics.endToEndSeconds : null,
  ),
  figure("training", "Training", "s", "time", 3, (metrics) => metrics.trainingSeconds),
  figure("power", "Power", "W", "power", 6, (metrics) => metrics.powerWatts),
  {
    id: "bound",
    title: "Bound by",
    type: "name",
    optional: 7,
    cell: ({ boundBy }) => ({ value: boundBy === null ? null : BOUND_WORD[boundBy] }),
  },
];

function figure(
  id: string,
  title: string,
  unit: string,
  kind: FigureKind,
  optional: number,
  value: (metrics: NonNullable<SweepCandidate["metrics"]>) => number | null,
): PointColumn {
  return {
    id,
    title,
    type: "quantity",
    unit,
    optional,
    cell: ({ metrics, estimated, plan }) => ({
      value: metrics && value(metrics),
      estimated: restsOnEstimates(estimated, kind, plan?.ownership),
    }),
  };
}

/** The last word of a key, or as many as tell it from the others. */
function shortKey(key: string, keys: readonly string[]): string {
  const words = key.split(".");
  for (let count = 1; count < words.length; count += 1) {
    const short = words.slice(-count).join(".");
    if (keys.every((other) => other === key || !`.${other}`.endsWith(`.${short}`))) return short;
  }
  return key;
}
