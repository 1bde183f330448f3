import { percent, significant } from "../figures.ts";
import type { Block, Cell, Column, Document, Table } from "../document.ts";
import type { CandidateChange, ComparisonResult, FigureChange, PlaceChange } from "./types.ts";

export interface ComparisonView {
  /** Every candidate that changed, also those that neither result ranks. */
  all: boolean;
}

/** Candidates shown without `--all`. */
const SHOWN = 15;
/** Changed inputs shown without `--all`. */
const INPUTS_SHOWN = 20;

/** The winner, the inputs that differ, then rank, score and main figures of the candidates that changed. */
export function comparisonDocument(result: ComparisonResult, { all }: ComparisonView): Document {
  const ranked = result.candidates.filter(({ rank }) => rank.a !== null || rank.b !== null);
  const relevant = all ? result.candidates : ranked;
  const shown = all ? relevant : relevant.slice(0, SHOWN);
  const blocks: Block[] = [
    { kind: "paragraph", text: verdict(result), tone: "strong" },
    { kind: "facts", items: sides(result) },
  ];
  blocks.push(...inputs(result, all));
  if (shown.length > 0) {
    blocks.push(
      { kind: "heading", text: "Candidates" },
      { kind: "table", table: candidatesTable(shown) },
    );
    const left = relevant.length - shown.length;
    if (left > 0) blocks.push(muted(`${left} more changed (--all lists them).`));
  }
  blocks.push(...details(shown));
  const other = result.candidates.length - relevant.length;
  const counts = [
    `${result.unchanged} candidates are unchanged`,
    ...(other > 0 ? [`${other} changed that neither result ranks (--all lists them)`] : []),
  ];
  blocks.push(muted(`${counts.join("; ")}.`));
  return { blocks };
}

function verdict({ winner, candidates, workload, criteria }: ComparisonResult): string {
  if (candidates.length + workload.length + criteria.length === 0) return "Nothing changed.";
  if (winner.changed)
    return `The winner changes from ${winner.a ?? "none"} to ${winner.b ?? "none"}.`;
  return winner.b === null ? "Neither has a winner." : `${winner.b} stays the winner.`;
}

function sides({ a, b }: ComparisonResult): { label: string; value: string }[] {
  return [a, b].map((side, index) => ({
    label: index === 0 ? "A" : "B",
    value: `${side.file}: ${side.workload}, ${side.feasible} of ${side.candidates} feasible, chipselect ${side.version}`,
  }));
}

function inputs({ workload, criteria }: ComparisonResult, all: boolean): Block[] {
  const rows: PlaceChange[] = [
    ...workload,
    ...criteria.flatMap(({ id, weight, worst, best }) =>
      Object.entries({ weight, worst, best })
        .filter(([, change]) => change.a !== change.b)
        .map(([figure, change]) => ({
          path: `criterion ${id}: ${figure}`,
          a: change.a,
          b: change.b,
        })),
    ),
  ];
  if (rows.length === 0) return [];
  const shown = all ? rows : rows.slice(0, INPUTS_SHOWN);
  const blocks: Block[] = [
    { kind: "heading", text: "Inputs" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "path", title: "Input", type: "name" },
          { id: "a", title: "A", type: "sum" },
          { id: "b", title: "B", type: "sum" },
        ],
        rows: shown.map(({ path, a, b }) => [{ value: path }, cellOf(a), cellOf(b)]),
      },
    },
  ];
  if (shown.length < rows.length) {
    blocks.push(muted(`${rows.length - shown.length} more differ (--all lists them).`));
  }
  return blocks;
}

const METRICS = [
  ["totalCostUsd", "Cost"],
  ["costPerWorkUnitUsd", "Unit cost"],
  ["timeToFirstTokenSeconds", "TTFT"],
  ["timePerOutputTokenSeconds", "TPOT"],
  ["endToEndSeconds", "Latency"],
  ["trainingSeconds", "Training"],
  ["powerWatts", "Power"],
  ["headroom", "Headroom"],
] as const;

function candidatesTable(candidates: readonly CandidateChange[]): Table {
  const columns: Column[] = [
    { id: "name", title: "Chip", type: "name" },
    { id: "rank", title: "Rank", type: "sum" },
    { id: "score", title: "Score", type: "sum" },
    ...METRICS.map(([id, title], index): Column => ({
      id,
      title,
      type: "sum",
      optional: index + 1,
    })),
  ];
  return {
    columns,
    rows: candidates.map((candidate) => [
      { value: candidate.name },
      { value: rankText(candidate) },
      { value: scoreText(candidate) },
      ...METRICS.map(([id]): Cell => ({
        value: relativeText(candidate.metrics.find((metric) => metric.id === id)),
      })),
    ]),
  };
}

function rankText({ rank, presence }: CandidateChange): string {
  const word = (value: number | null, side: "a" | "b"): string =>
    presence !== "both" && presence !== side ? "absent" : value === null ? "out" : String(value);
  return rank.a === rank.b && presence === "both"
    ? word(rank.b, "b")
    : `${word(rank.a, "a")} → ${word(rank.b, "b")}`;
}

function scoreText({ score }: CandidateChange): string | null {
  if (score.absolute === null) return score.b === null ? null : score.b.toFixed(3);
  const sign = score.absolute < 0 ? "−" : "+";
  const change = score.absolute === 0 ? "" : ` (${sign}${Math.abs(score.absolute).toFixed(3)})`;
  return `${score.b?.toFixed(3) ?? ""}${change}`;
}

/** `+12 %`; null for a figure that did not change or that a side lacks. */
function relativeText(change: FigureChange | undefined): string | null {
  if (change === undefined || change.relative === null) return null;
  return `${change.relative < 0 ? "−" : "+"}${percent(Math.abs(change.relative))}`;
}

/** For each candidate the parts of the plan that differ, and limits that turned. */
function details(candidates: readonly CandidateChange[]): Block[] {
  const items = candidates.flatMap(({ name, plan, limits, boundBy }) => {
    const parts = plan
      .filter((change) => !isRepeated(change, plan))
      .map(({ path, a, b }) => `${path} ${text(a)} → ${text(b)}`);
    const turned = limits
      .filter(({ pass }) => pass.a !== null && pass.b !== null && pass.a !== pass.b)
      .map(({ title, pass }) => `${title} ${pass.b === true ? "is met now" : "is missed now"}`);
    const bound =
      boundBy.a === boundBy.b ? [] : [`bound by ${text(boundBy.a)} → ${text(boundBy.b)}`];
    const all = [...turned, ...parts, ...bound];
    return all.length === 0 ? [] : [`${name}: ${all.join("; ")}.`];
  });
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: "Plans and limits" },
        { kind: "list", items },
      ];
}

/** A task that leads the plan repeats what the plan says as a whole. */
function isRepeated({ path, a, b }: PlaceChange, plan: readonly PlaceChange[]): boolean {
  const name = path.split(".").at(-1);
  return (
    path.startsWith("tasks.") &&
    plan.some((other) => other.path === name && other.a === a && other.b === b)
  );
}

function cellOf(value: unknown): Cell {
  return { value: text(value) };
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "number") {
    return Number.isInteger(value) && value < 1e7 ? String(value) : significant(value, 4);
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

function muted(text: string): Block {
  return { kind: "paragraph", text, tone: "muted" };
}
