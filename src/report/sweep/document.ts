import type { Block, Cell, Column, Document } from "../document.ts";
import { restsOnEstimates, type FigureKind } from "../evaluation/evidence.ts";
import type { SweepCandidate, SweepHeader, SweepPoint } from "./types.ts";
import type { SweepTally } from "./tally.ts";

export interface SweepView {
  header: SweepHeader;
  tally: SweepTally;
  /** The first points; null when they went to a file. */
  shown: readonly SweepPoint[] | null;
  /** File that holds all rows. */
  file: string | null;
}

/** Who wins where: counts over all points, then a row for each candidate that the points list. */
export function sweepDocument(view: SweepView): Document {
  const { header, tally, shown, file } = view;
  const blocks: Block[] = [
    { kind: "paragraph", text: verdict(tally), tone: "strong" },
    { kind: "paragraph", text: about(header, tally) },
  ];
  if (tally.wins.size > 0) blocks.push({ kind: "table", table: winsTable(tally) });
  if (tally.faulty > 0) {
    const text = `At ${tally.faulty} points the values contradict each other; the first: ${tally.firstFault ?? ""}`;
    blocks.push({ kind: "paragraph", text, tone: "warn" });
  }
  if (shown !== null && shown.length > 0) {
    blocks.push({ kind: "heading", text: "Points" }, pointsTable(header, shown));
    const left = tally.points - shown.length;
    if (left > 0) {
      const text = `The first ${shown.length} points; -o sweep.csv or --format csv gives all, ${left} more.`;
      blocks.push({ kind: "paragraph", text, tone: "muted" });
    }
  }
  if (file !== null) blocks.push({ kind: "paragraph", text: `All rows are in ${file}.` });
  return { blocks };
}

function verdict(tally: SweepTally): string {
  const ordered = winners(tally);
  const [first] = ordered;
  if (first === undefined) return "No candidate meets every limit at any point.";
  const [id, wins] = first;
  if (wins === tally.points) return `${id} wins at every point.`;
  return `${id} wins most: ${wins} of ${tally.points} points.`;
}

function about({ workload, axes, shard, points }: SweepHeader, tally: SweepTally): string {
  const sizes = axes.map(({ key, values }) => `${key} (${values.length})`).join(" × ");
  const part = shard === null ? "" : `, part ${shard.part} of ${shard.of} of ${points} points`;
  const none =
    tally.infeasible === 0 ? "" : ` ${tally.infeasible} have no candidate that meets every limit.`;
  return `${workload}: ${tally.points} points over ${sizes}${part}; the last varies fastest.${none}`;
}

function winners({ wins }: SweepTally): [string, number][] {
  return [...wins].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function winsTable(tally: SweepTally): Extract<Block, { kind: "table" }>["table"] {
  return {
    columns: [
      { id: "winner", title: "Winner", type: "text" },
      { id: "points", title: "Points", type: "count" },
      { id: "share", title: "Share", type: "share" },
    ],
    rows: winners(tally).map(([id, wins]) => [
      { value: id },
      { value: wins },
      { value: wins / tally.points },
    ]),
  };
}

interface PointColumn extends Column {
  cell: (candidate: SweepCandidate) => Cell;
}

function pointsTable(header: SweepHeader, shown: readonly SweepPoint[]): Block {
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
    cell: ({ boundBy }) => ({ value: boundBy }),
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
    cell: ({ metrics, estimated }) => ({
      value: metrics && value(metrics),
      estimated: restsOnEstimates(estimated, kind),
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
