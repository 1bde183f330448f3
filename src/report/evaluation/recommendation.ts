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
    ...compressions(candidates),
    ...firmness(result),
    ...headlineFlips(chosen.flipPoints).map(({ sentence }) => sentence),
    ...notFirm.slice(0, SHOWN_LOOSE),
  ];
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

/** A smaller or pruned model is not the one that was asked for: whoever buys must know. */
function compressions(candidates: readonly Candidate[]): string[] {
  const winner = candidates.find(({ rank }) => rank === 1);
  return (winner?.plan?.tasks ?? []).flatMap(({ taskId, compression, accuracyRisk }) =>
    compression.length === 0
      ? []
      : [
          `${winner?.name} runs ${taskId} with ${compression.join(", ")} (risk to its accuracy: ${accuracyRisk}).`,
        ],
  );
}

/** How often the first three come first when weights and figures are drawn, and what that says of the choice. */
function firmness({ candidates, recommendation: chosen }: EvaluationResult): string[] {
  if (!chosen?.draws) return [];
  const shares = candidates
    .flatMap(({ id, name, robustness }) => {
      const [first = 0] = robustness?.rankAcceptability ?? [];
      return first >= 0.005 ? [{ id, name, first }] : [];
    })
    .sort((a, b) => b.first - a.first);
  const said = shares.slice(0, 3).map(({ name, first }) => `${name} ${Math.round(100 * first)} %`);
  const { draws, seed } = chosen.draws;
  return [
    `First in ${draws} draws of speeds, prices and weights in your order (seed ${seed}): ${said.join(", ")}.${verdictOn(chosen.id, shares)}`,
  ];
}

const FIRM = 0.9;

/** What the shares mean for somebody who has to choose; nothing where they speak for themselves. */
function verdictOn(
  chosen: string,
  shares: readonly { id: string; name: string; first: number }[],
): string {
  const [most] = shares;
  if (most === undefined) return "";
  const own = shares.find(({ id }) => id === chosen);
  const other =
    most.id === chosen ? "" : ` ${most.name} is first more often than the recommended one.`;
  if (most.first < 0.5) return `${other} Nobody is first in half of them: the choice is open.`;
  return own !== undefined && own.first >= FIRM ? " The choice is firm." : other;
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
