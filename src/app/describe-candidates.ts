import type { Evidence } from "../catalog/calibration.ts";
import type { Decision, RankedCandidate } from "../decision/decision.ts";
import type { LineOf } from "../input/line-finder.ts";
import type { Workload } from "../input/workload-types.ts";
import type { PlanningResult } from "../planner/types.ts";
import type { Candidate } from "../report/types.ts";
import { candidateMetrics, candidatePlan } from "./candidate-figures.ts";
import { clauses, type WithClause } from "./clause.ts";
import type { Examined } from "./examine.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { candidateReasons } from "./reasons.ts";
import type { Start } from "./what-if/start.ts";

/** Ranked candidates first, best first; then the others, nearest miss first, in a fixed order. */
export function describeCandidates(
  { examined, workload, catalog }: Start,
  decision: Decision,
  lineOf: LineOf | undefined,
): readonly Candidate[] {
  const ranked = new Map(decision.ranking.map((entry) => [entry.id, entry]));
  const evidence = catalog.evidence ?? null;
  const withClause = clauses(workload, lineOf);
  return examined
    .map((entry) => ({
      candidate: describe(entry, ranked.get(entry.chip.id) ?? null, workload, evidence, withClause),
      missed: entry.limits.reduce((count, { pass }) => (pass ? count : count + 1), 0),
    }))
    .sort(
      ({ candidate: a, missed: missesOfA }, { candidate: b, missed: missesOfB }) =>
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        missesOfA - missesOfB ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

function describe(
  entry: Examined,
  ranked: RankedCandidate | null,
  workload: Workload,
  evidence: Evidence | null,
  withClause: WithClause,
): Candidate {
  const { chip, hardware, planning, growth } = entry;
  // Limits that are met go without: there are thousands, and nobody has to look them up.
  const limits = ranked
    ? entry.limits
    : entry.limits.map((limit) => (limit.pass ? limit : withClause(limit)));
  const plan = planning?.plan ?? null;
  return {
    id: chip.id,
    name: chip.name,
    vendor: chip.vendor,
    class: chip.class,
    rank: ranked?.rank ?? null,
    feasible: ranked !== null,
    score: ranked?.score ?? null,
    plan: plan ? candidatePlan(plan) : null,
    metrics: plan ? candidateMetrics(plan, growth, workload) : null,
    ...(plan && evidence ? { intervals: figureIntervals(plan, workload, chip, evidence) } : {}),
    limits,
    criteria: ranked?.criteria ?? [],
    boundBy: boundBy(planning),
    reasons: candidateReasons(limits, plan, ranked),
    ...(ranked?.dominance ? { dominance: ranked.dominance } : {}),
    evidence: {
      confidence: chip.confidence,
      verified: chip.verified,
      estimated: chip.estimated,
      parameters: parameterBasis(chip, hardware.family, evidence),
    },
  };
}

function boundBy(planning: PlanningResult | null): Candidate["boundBy"] {
  if (!planning) return null;
  if (!planning.ok) return planning.boundBy;
  // The task that takes most chips decides.
  const [first, ...rest] = planning.plan.tasks;
  if (!first) return null;
  return rest.reduce((top, task) => (task.chipShare > top.chipShare ? task : top), first).boundBy;
}
