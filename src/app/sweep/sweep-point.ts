import type { Candidate, CandidatePlan, EvaluationResult } from "../../report/types.ts";
import type { SweepCandidate, SweepPlan, SweepPoint } from "../../report/sweep/types.ts";

/** What a sweep keeps of an evaluation. `top` null keeps every candidate. */
export function sweepPoint(
  place: Pick<SweepPoint, "point" | "over">,
  result: Pick<EvaluationResult, "candidates">,
  top: number | null,
): SweepPoint {
  const feasible = result.candidates.filter((candidate) => candidate.feasible);
  const kept =
    top === null
      ? result.candidates
      : feasible.length > 0
        ? feasible.slice(0, top)
        : nearestMiss(result.candidates);
  return {
    ...place,
    winner: feasible[0]?.id ?? null,
    feasible: feasible.length,
    fault: null,
    candidates: kept.map(sweepCandidate),
  };
}

/** A plan that misses a limit tells more than a chip that was never planned. */
function nearestMiss(candidates: readonly Candidate[]): readonly Candidate[] {
  const nearest = candidates.find(({ plan }) => plan !== null) ?? candidates[0];
  return nearest ? [nearest] : [];
}

export function faultyPoint(place: Pick<SweepPoint, "point" | "over">, fault: string): SweepPoint {
  return { ...place, winner: null, feasible: 0, fault, candidates: [] };
}

function sweepCandidate(candidate: Candidate): SweepCandidate {
  const { id, name, rank, score, boundBy, plan, metrics, limits, evidence } = candidate;
  return {
    id,
    name,
    class: candidate.class,
    rank,
    score,
    boundBy,
    plan: plan && sweepPlan(plan),
    metrics,
    missed: limits.filter(({ pass }) => !pass).map((limit) => limit.id),
    estimated: evidence.estimated,
  };
}

function sweepPlan(plan: CandidatePlan): SweepPlan {
  return {
    chips: plan.chips,
    ownership: plan.ownership,
    replicas: plan.replicas,
    tensorParallel: plan.tensorParallel,
    pipelineParallel: plan.pipelineParallel,
    dataParallel: plan.dataParallel,
    expertParallel: plan.expertParallel,
    contextParallel: plan.contextParallel,
    batch: plan.batch,
    precision: plan.precision,
    clockFraction: plan.clockFraction,
  };
}
