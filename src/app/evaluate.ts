import type { Evidence } from "../catalog/calibration.ts";
import type { Catalog, Chip } from "../catalog/types.ts";
import type { Assessed } from "../decision/assessed.ts";
import { checkConstraints } from "../decision/constraints/check-constraints.ts";
import { decide } from "../decision/decide.ts";
import type { Decision, RankedCandidate } from "../decision/decision.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "../planner/candidate.ts";
import { planExplored } from "../planner/plan-workload.ts";
import type { LimitCheck, PlanningResult } from "../planner/types.ts";
import type { Candidate, EvaluationResult } from "../report/types.ts";
import { candidateMetrics, candidatePlan } from "./candidate-figures.ts";
import { PLAIN_STEPS, type EvaluationSteps } from "./evaluation-steps.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { indexHardware } from "./hardware.ts";
import { notModelled } from "./not-modelled.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { candidateReasons, recommendationSentence } from "./reasons.ts";
import type { PreparedWorkload } from "./resolve-models.ts";

export interface EvaluateOptions {
  /** Version of the program, for the result. */
  version: string;
  /** Seed of random draws; this version draws none. */
  seed?: number;
  /** Chips to consider; all when left out. The ranges of the criteria come from the whole catalogue either way. */
  considers?: (chip: Chip) => boolean;
  /** Steps that remember what similar evaluations share; plain ones when left out. The result is the same. */
  steps?: EvaluationSteps;
}

/** A chip with everything that was found out about it, before the ranking. */
interface Examined {
  chip: Chip;
  hardware: CandidateHardware;
  /** Limits on what the chip is, then limits on what its plan does. */
  limits: readonly LimitCheck[];
  planning: PlanningResult | null;
  growth: PlanningResult | null;
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
  const { considers = () => true, steps = PLAIN_STEPS } = options;
  const prepared = steps.prepare(workload, catalog);
  const index = indexHardware(catalog);
  const examined = catalog.chips
    .filter(considers)
    .map((chip) =>
      examine(
        chip,
        index.of(chip, workload.constraints.stacks),
        workload,
        prepared,
        catalog,
        steps.explore,
      ),
    );
  const assessed = examined.flatMap(({ chip, hardware, planning, growth }): Assessed[] =>
    planning?.ok
      ? [
          {
            chip,
            system: hardware.system,
            family: hardware.family,
            stacks: hardware.stacks,
            plan: planning.plan,
            growth,
            clouds: index.clouds(chip),
          },
        ]
      : [],
  );
  const decision = decide({
    workload,
    references: steps.references(catalog, workload, prepared),
    candidates: assessed,
  });
  const candidates = describeAll(examined, decision, workload, catalog.evidence ?? null);
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload,
    criteria: decision.criteria,
    candidates,
    recommendation: recommendation(decision, candidates, workload),
    notModelled: notModelled(workload),
    warnings: prepared.warnings,
    timings: {},
  };
}

function examine(
  chip: Chip,
  hardware: CandidateHardware,
  workload: Workload,
  prepared: PreparedWorkload,
  catalog: Catalog,
  explore: EvaluationSteps["explore"],
): Examined {
  const own = catalog.stacks.filter((stack) => chip.stacks.includes(stack.id));
  const constraints = checkConstraints({
    chip,
    system: hardware.system,
    stacks: own,
    workload,
    models: prepared.models,
    rentUsdPerChipHour: hardware.rentUsdPerChipHour,
  });
  if (constraints.some((check) => !check.pass)) {
    return { chip, hardware, limits: constraints, planning: null, growth: null };
  }
  const explored = prepared.tasks.map((task) => explore(task, hardware));
  const planning = planExplored(workload, explored, hardware, 1);
  const { growthFactor } = workload.scalability;
  const growth =
    planning.ok && growthFactor !== 1
      ? planExplored(withoutBudget(workload), explored, hardware, growthFactor)
      : null;
  return { chip, hardware, limits: [...constraints, ...planning.limits], planning, growth };
}

/** The growth target is judged by what it would cost, not by today's budget. */
function withoutBudget(workload: Workload): Workload {
  const budget = { ...workload.budget, capitalUsd: null, monthlyUsd: null, powerWatts: null };
  return { ...workload, budget };
}

/** Ranked candidates first, best first; then the others, nearest miss first, in a fixed order. */
function describeAll(
  examined: readonly Examined[],
  decision: Decision,
  workload: Workload,
  evidence: Evidence | null,
): readonly Candidate[] {
  const ranked = new Map(decision.ranking.map((entry) => [entry.id, entry]));
  return examined
    .map((entry) => describe(entry, ranked.get(entry.chip.id) ?? null, workload, evidence))
    .sort(
      (a, b) =>
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        missed(a) - missed(b) ||
        (a.id < b.id ? -1 : 1),
    );
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
    flipPoints: chosen.flipPoints.map(({ message }) => message),
  };
}
