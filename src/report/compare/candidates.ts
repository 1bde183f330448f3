import type { Block, Cell, Column, Table } from "../document.ts";
import { percent } from "../figures.ts";
import type { CandidateChange, FigureChange, PlaceChange } from "./types.ts";
import { text } from "./words.ts";

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

/** Rank, score and main figures of the candidates that changed. */
export function candidatesTable(candidates: readonly CandidateChange[]): Table {
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
export function planChanges(candidates: readonly CandidateChange[]): Block[] {
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
