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
import { examineChips, type Examined } from "./examine.ts";
import { explain } from "./explanation.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { judge } from "./judge.ts";
import { notModelled } from "./not-modelled.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { candidateReasons, recommendationSentence } from "./reasons.ts";
import { prepareWorkload } from "./resolve-models.ts";
import type { Start } from "./what-if/start.ts";

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

/** Every chip examined; what a ranking and every question about it start from. */
export function begin(workload: Workload, catalog: Catalog): Start {
  const prepared = prepareWorkload(workload, catalog);
  return { workload, catalog, prepared, examined: examineChips(workload, catalog, prepared) };
}

/** The ranking of what was examined, described for reports. */
export function resultOf(start: Start, options: EvaluateOptions): EvaluationResult {
  const { workload, catalog, prepared, examined } = start;
  const decision = judge(workload, catalog, prepared, examined);
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
    recommendation: recommendation(decision, candidates, workload),
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
  return examined
    .map((entry) => describe(entry, ranked.get(entry.chip.id) ?? null, workload, evidence))
    .map((candidate) => ({
      ...candidate,
      limits: candidate.limits.map((limit) => withClause(limit, workload, lineOf)),
    }))
    .sort(
      (a, b) =>
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        missed(a) - missed(b) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The limit with the clause that sets it. */
function withClause(limit: LimitCheck, workload: Workload, lineOf?: LineOf): LimitCheck {
  const path = clauseOf(limit.id, workload);
  return { ...limit, path, line: path === null ? null : (lineOf?.(path) ?? null) };
}

const missed = (candidate: Candidate): number =>
  candidate.limits.filter((limit) => !limit.pass).length;

function describe(
  entry: Examined,
  ranked: RankedCandidate | null,
  workload: Workload,
  evidence: Evidence | null,
): Candidate {
  const { chip, hardware, limits, planning, growth } = entry;
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
    dominance: ranked?.dominance ?? null,
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
  workload: Workload,
): EvaluationResult["recommendation"] {
  const chosen = decision.recommendation;
  const winner = candidates.find(({ id }) => id === chosen?.id);
  if (!chosen || !winner) return null;
  return {
    id: chosen.id,
    margin: chosen.margin,
    sentence: recommendationSentence(winner, chosen, candidates, workload),
    ...explain(decision, candidates),
    flipPoints: chosen.flipPoints,
  };
}
