import type { Evidence } from "../catalog/calibration.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Decision, RankedCandidate } from "../decision/decision.ts";
import type { Workload } from "../input/workload-types.ts";
import type { LimitCheck, PlanningResult } from "../planner/types.ts";
import type { Candidate, EvaluationResult } from "../report/types.ts";
import type { LineOf } from "../input/line-finder.ts";
import { withRelaxations } from "./what-if/relaxations.ts";
import { clauseOf } from "./clause.ts";
import { candidateMetrics, candidatePlan } from "./candidate-figures.ts";
import type { Examined } from "./examine.ts";
import { explain } from "./explanation.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { judge } from "./judge.ts";
import { notModelled } from "./not-modelled.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { candidateReasons, recommendationSentence } from "./reasons.ts";
import { priceFlips } from "./what-if/price-flips.ts";
import { begin, type Start } from "./what-if/start.ts";

export interface EvaluateOptions {
  /** Version of the program, for the result. */
  version: string;
  /** Line of a clause of the workload file, from `readWorkload`; without it limits name the clause alone. */
  lineOf?: LineOf;
  /** Seed of random draws; this version draws none. */
  seed?: number;
}

/**
 * Simulates the workload on every chip of the catalogue, plans the cheapest deployment on each, checks every limit, and ranks
 * those that pass. Pure: the same workload, catalogue and version give the same value.
 *
 * @throws ModelError when a task's model cannot be found or read
 */
export function evaluate(
  workload: Workload,
  catalog: Catalog,
  options: EvaluateOptions,
): EvaluationResult {
  return resultOf(begin(workload, catalog), options);
}

/** The ranking of what was examined, described for reports. */
export function resultOf(start: Start, options: EvaluateOptions): EvaluationResult {
  const { workload, prepared, examined, scale } = start;
  const decision = judge(workload, scale, examined);
  const described = describeAll(start, decision, options);
  const candidates =
    decision.recommendation === null ? withRelaxations(start, described) : described;
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload,
    criteria: decision.criteria,
    candidates,
    doubleCounting: decision.doubleCounting,
    recommendation: recommendation(decision, candidates, start),
    notModelled: notModelled(workload),
    warnings: prepared.warnings,
    timings: {},
  };
}

/** Ranked candidates first, best first; then the others, nearest miss first, in a fixed order. */
function describeAll(
  { examined, workload, catalog }: Start,
  decision: Decision,
  { lineOf }: EvaluateOptions,
): readonly Candidate[] {
  const ranked = new Map(decision.ranking.map((entry) => [entry.id, entry]));
  const evidence = catalog.evidence ?? null;
  const withClause = clauses(workload, lineOf);
  return examined
    .map((entry) =>
      describe(entry, ranked.get(entry.chip.id) ?? null, workload, evidence, withClause),
    )
    .sort(
      (a, b) =>
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        missed(a) - missed(b) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Adds to a limit the clause that sets it. Limits that are met go without: there are thousands, and nobody has to look them up. */
type WithClause = (limit: LimitCheck) => LimitCheck;

export function clauses(workload: Workload, lineOf: LineOf | undefined): WithClause {
  const known = new Map<string, Pick<LimitCheck, "path" | "line">>();
  return (limit) => {
    let clause = known.get(limit.id);
    if (clause === undefined) {
      const path = clauseOf(limit.id, workload);
      const line = path === null ? null : (lineOf?.(path) ?? null);
      clause = { ...(path === null ? {} : { path }), ...(line === null ? {} : { line }) };
      known.set(limit.id, clause);
    }
    return { ...limit, ...clause };
  };
}

const missed = (candidate: Candidate): number =>
  candidate.limits.filter((limit) => !limit.pass).length;

function describe(
  entry: Examined,
  ranked: RankedCandidate | null,
  workload: Workload,
  evidence: Evidence | null,
  withClause: WithClause,
): Candidate {
  const { chip, hardware, planning, growth } = entry;
  const limits = entry.limits.map((limit) => (limit.pass ? limit : withClause(limit)));
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

function recommendation(
  decision: Decision,
  candidates: readonly Candidate[],
  start: Start,
): EvaluationResult["recommendation"] {
  const chosen = decision.recommendation;
  const winner = candidates.find(({ id }) => id === chosen?.id);
  if (!chosen || !winner) return null;
  return {
    id: chosen.id,
    margin: chosen.margin,
    sentence: recommendationSentence(winner, chosen, candidates, start.workload),
    ...explain(decision, candidates),
    flipPoints: [...chosen.flipPoints, ...priceFlips(start, decision)].toSorted(
      (a, b) => a.change - b.change,
    ),
  };
}
