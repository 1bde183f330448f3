import type { Block, Document } from "../document.ts";
import { pointsTable } from "./points-table.ts";
import type { SweepTally } from "./tally.ts";
import type { SweepHeader, SweepPoint } from "./types.ts";

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
    const text = `${tally.faulty} points have no result, as their values contradict each other; the first: ${tally.firstFault ?? ""}`;
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
  const equals = ordered.filter(([, other]) => other === wins).map(([other]) => other);
  if (equals.length > 3)
    return `${equals.length} chips win most: ${wins} of ${tally.points} points each.`;
  const last = equals.pop() ?? id;
  return equals.length === 0
    ? `${id} wins most: ${wins} of ${tally.points} points.`
    : `${equals.join(", ")} and ${last} win most: ${wins} of ${tally.points} points each.`;
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
