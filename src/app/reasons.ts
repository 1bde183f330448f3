import type { DecisionRecommendation, RankedCandidate } from "../decision/decision.ts";
import { isJob } from "../input/workload/is-job.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Bound, LimitCheck, Plan } from "../planner/types.ts";
import { isEstimated } from "../report/evaluation/evidence.ts";
import type { Candidate } from "../report/types.ts";
import { formatQuantity } from "../units/format.ts";
import { leadingTask } from "../planner/leading-task.ts";

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  compute: "arithmetic",
  "memory-bandwidth": "memory bandwidth",
  "memory-capacity": "memory capacity (a larger batch does not fit)",
  network: "the links between chips",
  latency: "fixed overheads and latency",
  power: "power",
  budget: "budget",
};

/** What people call candidates and criteria, by id. */
export interface Names {
  candidate(id: string): string;
  criterion(id: string): string;
}

/** Sentences that say why a candidate stands where it stands. */
export function candidateReasons(
  limits: readonly LimitCheck[],
  plan: Plan | null,
  ranked: RankedCandidate | null,
  names: Names,
): readonly string[] {
  if (!ranked) return limits.filter((limit) => !limit.pass).map((limit) => limit.message);
  const reasons: string[] = [];
  if (plan) {
    reasons.push(`Held back by ${BOUND_WORDS[leadingTask(plan).boundBy]}.`);
    for (const { taskId, compression } of plan.tasks) {
      if (compression.length > 0) reasons.push(`Runs ${taskId} with ${compression.join(", ")}.`);
    }
    reasons.push(...idleChips(plan));
  }
  const strongest = best(ranked, (contribution) => contribution);
  const weakest = best(ranked, (contribution, weight) => weight - contribution);
  if (strongest) reasons.push(`Most points from ${names.criterion(strongest)}.`);
  if (weakest && weakest !== strongest) {
    reasons.push(`Most points lost on ${names.criterion(weakest)}.`);
  }
  if (ranked.dominance) {
    const { by, better } = ranked.dominance;
    const worse = better.map((id) => names.criterion(id)).join(", ");
    reasons.push(`Dominated by ${names.candidate(by)}: nowhere better, and worse on ${worse}.`);
  }
  if (ranked.nearTie) reasons.push("Too close to the first to call.");
  const tight = limits.filter(isTight);
  reasons.push(...tight.map((limit) => `Near its limit: ${limit.message}`));
  return reasons;
}

/** A server is bought or rented whole, also where some of its chips have nothing to do. */
function idleChips({ chipsPerSite, tasks }: Plan): readonly string[] {
  const enough = tasks.reduce((sum, { replicas, chipsPerReplica, prefillPool }) => {
    const readers = prefillPool ? prefillPool.replicas * prefillPool.chipsPerReplica : 0;
    return sum + replicas * chipsPerReplica + readers;
  }, 0);
  if (enough >= chipsPerSite) return [];
  return [`Comes in whole systems: ${chipsPerSite} chips are paid for, ${enough} would do.`];
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
  // Nobody plans with less than one chip.
  const least = limit.unit === "" && limit.limit === 1;
  return (
    limit.pass &&
    !least &&
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
  names: Names,
): string {
  const { plan, metrics } = winner;
  if (!plan || !metrics) return `${winner.name} is the only candidate.`;
  const verb = plan.ownership === "own" ? "Buy" : "Rent";
  const perSite =
    workload.sites > 1
      ? ` (${formatQuantity(plan.chips / workload.sites, "count")} for each of ${workload.sites} sites)`
      : "";
  const about = isEstimated(winner, "money") ? "~" : "";
  const usd = `${about}${formatQuantity(metrics.totalCostUsd, "usd")}`;
  const cost =
    plan.ownership === "rent" && workload.tasks.every(isJob)
      ? `${usd}, paid while the work lasts`
      : `${usd} over ${formatQuantity(workload.budget.horizonSeconds, "seconds")}`;
  const second = candidates.find(({ id }) => id === decision.second);
  const lead = decision.lead.find(({ difference }) => difference > 0);
  const ahead =
    second && lead ? `; ahead of ${second.name} mainly by ${names.criterion(lead.criterion)}` : "";
  const tie = decision.nearTies.length > 0 ? ", though too close to call" : "";
  return `${verb} ${plan.chips} × ${winner.name}${perSite} for ${cost}${ahead}${tie}.`;
}
