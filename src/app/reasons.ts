import type { DecisionRecommendation, RankedCandidate } from "../decision/decision.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Bound, LimitCheck, Plan } from "../planner/types.ts";
import type { Candidate } from "../report/types.ts";
import { formatQuantity } from "../units/format.ts";
import { leadingTask } from "./candidate-figures.ts";

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  compute: "arithmetic",
  "memory-bandwidth": "memory bandwidth",
  "memory-capacity": "memory capacity (a larger batch does not fit)",
  network: "the links between chips",
  latency: "fixed overheads and latency",
  power: "power",
  budget: "budget",
};

/** Sentences that say why a candidate stands where it stands. */
export function candidateReasons(
  limits: readonly LimitCheck[],
  plan: Plan | null,
  ranked: RankedCandidate | null,
): readonly string[] {
  if (!ranked) return limits.filter((limit) => !limit.pass).map((limit) => limit.message);
  const reasons: string[] = [];
  if (plan) {
    reasons.push(`Held back by ${BOUND_WORDS[leadingTask(plan).boundBy]}.`);
    for (const { taskId, compression } of plan.tasks) {
      if (compression.length > 0) reasons.push(`Runs ${taskId} with ${compression.join(", ")}.`);
    }
  }
  const strongest = best(ranked, (contribution) => contribution);
  const weakest = best(ranked, (contribution, weight) => weight - contribution);
  if (strongest) reasons.push(`Gains most from ${strongest}.`);
  if (weakest && weakest !== strongest) reasons.push(`Loses most on ${weakest}.`);
  if (ranked.dominance) {
    const { by, better } = ranked.dominance;
    reasons.push(`Dominated by ${by}: nowhere better, and worse on ${better.join(", ")}.`);
  }
  if (ranked.nearTie) reasons.push("Too close to the first to call.");
  const tight = limits.filter(isTight);
  reasons.push(...tight.map((limit) => `Near its limit: ${limit.message}`));
  return reasons;
}

function best(
  ranked: RankedCandidate,
  by: (contribution: number, weight: number) => number,
): string | null {
  const sorted = ranked.criteria.toSorted(
    (a, b) => by(b.contribution, b.weight) - by(a.contribution, a.weight),
  );
  return sorted[0]?.id ?? null;
}

/** Within 5 % under the limit: a small error of the simulation would break it. */
function isTight(limit: LimitCheck): boolean {
  return (
    limit.pass &&
    limit.rule === "at-most" &&
    typeof limit.value === "number" &&
    typeof limit.limit === "number" &&
    limit.value > 0.95 * limit.limit
  );
}

/** The recommendation in one sentence: what to get, how it runs, what it costs, what decides. */
export function recommendationSentence(
  winner: Candidate,
  decision: DecisionRecommendation,
  candidates: readonly Candidate[],
  workload: Workload,
): string {
  const { plan, metrics } = winner;
  if (!plan || !metrics) return `${winner.name} is the only candidate.`;
  const verb = plan.ownership === "own" ? "Buy" : "Rent";
  const perSite =
    workload.sites > 1
      ? ` (${formatQuantity(plan.chips / workload.sites, "count")} for each of ${workload.sites} sites)`
      : "";
  const horizon = formatQuantity(workload.budget.horizonSeconds, "seconds");
  const cost = `${formatQuantity(metrics.totalCostUsd, "usd")} over ${horizon}`;
  const second = candidates.find(({ id }) => id === decision.second);
  const lead = decision.lead.find(({ difference }) => difference > 0);
  const ahead = second && lead ? `; ahead of ${second.name} mainly by ${lead.criterion}` : "";
  const tie = decision.nearTies.length > 0 ? ", though too close to call" : "";
  return `${verb} ${plan.chips} × ${winner.name}${perSite} for ${cost}${ahead}${tie}.`;
}
