import type { Block } from "../document.ts";
import type { Candidate, EvaluationResult } from "../types.ts";
import { headlineFlips } from "./flips.ts";
import { nearestMiss } from "./misses.ts";

/** Candidates besides the nearest for which a relaxation is told; JSON has them all. */
const SHOWN_RELAXED = 4;
/** Places whose order is not firm; JSON has them all. */
const SHOWN_LOOSE = 1;

/** The verdict in one sentence, how many were looked at, and what would change it. */
export function recommendation(result: EvaluationResult): Block[] {
  const { candidates, recommendation: chosen } = result;
  const feasible = candidates.filter((candidate) => candidate.feasible).length;
  const counts = `${result.workload.name}: ${candidates.length} chips considered, ${feasible} meet every limit.`;
  if (chosen === null) {
    return [...noneFeasible(candidates), { kind: "paragraph", text: counts, tone: "muted" }];
  }
  const blocks: Block[] = [{ kind: "paragraph", text: chosen.sentence, tone: "strong" }];
  const second = candidates.find((candidate) => candidate.rank === 2);
  const lead =
    second === undefined || chosen.margin === null
      ? ""
      : ` The second, ${second.name}, is ${points(chosen.margin)} behind.`;
  blocks.push({ kind: "paragraph", text: `${counts}${lead}`, tone: "muted" });
  const [because, ...notFirm] = chosen.explanation ?? [];
  const items = [
    ...(because === undefined ? [] : [because]),
    ...headlineFlips(chosen.flipPoints).map(({ sentence }) => sentence),
    ...notFirm.slice(0, SHOWN_LOOSE),
  ];
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

function points(margin: number): string {
  return margin < 0.001 ? "less than 0.001 points" : `${margin.toFixed(3)} points`;
}

function noneFeasible(candidates: readonly Candidate[]): Block[] {
  const verdict = "No candidate meets every limit.";
  const [first, ...others] = candidates.filter(({ relaxation }) => relaxation);
  if (first?.relaxation) {
    const text = `${verdict} Nearest: ${first.name} would fit ${first.relaxation.sentence}.`;
    const items = others
      .slice(0, SHOWN_RELAXED)
      .map(({ name, relaxation }) => `${name} would fit ${relaxation?.sentence}.`);
    return [
      { kind: "paragraph", text, tone: "strong" },
      ...(items.length > 0 ? [{ kind: "list" as const, items }] : []),
    ];
  }
  const nearest = nearestMiss(candidates);
  const text =
    nearest === null
      ? verdict
      : `${verdict} Nearest: ${nearest.candidate.name} misses ${nearest.limit?.title ?? "a limit"} ${nearest.text}.`;
  return [{ kind: "paragraph", text, tone: "strong" }];
}
