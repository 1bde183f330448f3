import type { Evidence } from "../catalog/calibration.ts";
import type { Decision, RankedCandidate } from "../decision/decision.ts";
import type { LineOf } from "../input/line-finder.ts";
import type { Workload } from "../input/workload-types.ts";
import { leadingTask } from "../planner/leading-task.ts";
import type { PlanningResult } from "../planner/types.ts";
import type { Candidate } from "../report/types.ts";
import { candidateMetrics, candidatePlan } from "./candidate-figures.ts";
import { clauses, type WithClause } from "./clause.ts";
import type { Examined } from "./examine.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { candidateReasons, type Names } from "./reasons.ts";
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
  const names = namesOf(examined, decision);
  return examined
    .map((entry) => ({
      candidate: describe(entry, ranked.get(entry.chip.id) ?? null, {
        workload,
        evidence,
        withClause,
        names,
      }),
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

/** Names of the examined chips, and titles of the criteria as they stand in a sentence. */
export function namesOf(examined: Start["examined"], { criteria }: Decision): Names {
  const candidates = new Map(examined.map(({ chip: { id, name } }) => [id, name]));
  const titles = new Map(criteria.map(({ id, title }) => [id, title.toLowerCase()]));
  return {
    candidate: (id) => candidates.get(id) ?? id,
    criterion: (id) => titles.get(id) ?? id,
  };
}

/** What is the same for every candidate. */
interface Setting {
  workload: Workload;
  evidence: Evidence | null;
  withClause: WithClause;
  names: Names;
}

function describe(
  entry: Examined,
  ranked: RankedCandidate | null,
  { workload, evidence, withClause, names }: Setting,
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
    intervals: plan && evidence ? figureIntervals(plan, workload, chip, evidence) : undefined,
    limits,
    criteria: ranked?.criteria ?? [],
    boundBy: boundBy(planning),
    reasons: candidateReasons(limits, plan, ranked, names),
    dominance: ranked?.dominance ?? undefined,
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
  return leadingTask(planning.plan).boundBy;
}
