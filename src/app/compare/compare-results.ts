import type {
  ComparedSide,
  ComparisonResult,
  CriterionChange,
} from "../../report/compare/types.ts";
import type { EvaluationResult } from "../../report/types.ts";
import { compareCandidates } from "./compare-candidates.ts";
import { differences } from "./differences.ts";
import { figureChange, isSame } from "./figure-change.ts";

export interface ComparedResult {
  file: string;
  result: EvaluationResult;
}

/** What changed from `a` to `b`: inputs, criteria, and every candidate's rank, score, plan, metrics and limits. */
export function compareResults(
  a: ComparedResult,
  b: ComparedResult,
  version: string,
): ComparisonResult {
  const before = new Map(a.result.candidates.map((candidate) => [candidate.id, candidate]));
  const after = new Map(b.result.candidates.map((candidate) => [candidate.id, candidate]));
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  const candidates = ids.flatMap((id) => {
    const change = compareCandidates(before.get(id) ?? null, after.get(id) ?? null);
    return change === null ? [] : [change];
  });
  const winner = { a: a.result.recommendation?.id ?? null, b: b.result.recommendation?.id ?? null };
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version },
    a: sideOf(a),
    b: sideOf(b),
    winner: { ...winner, changed: winner.a !== winner.b },
    workload: differences(a.result.workload, b.result.workload),
    criteria: compareCriteria(a.result, b.result),
    candidates,
    unchanged: ids.length - candidates.length,
  };
}

function sideOf({ file, result }: ComparedResult): ComparedSide {
  return {
    file,
    version: result.tool.version,
    workload: result.workload.name,
    candidates: result.candidates.length,
    feasible: result.candidates.filter(({ feasible }) => feasible).length,
    winner: result.candidates.find(({ id }) => id === result.recommendation?.id)?.name ?? null,
  };
}

function compareCriteria(a: EvaluationResult, b: EvaluationResult): CriterionChange[] {
  const ids = new Set([...a.criteria, ...b.criteria].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const before = a.criteria.find((criterion) => criterion.id === id);
    const after = b.criteria.find((criterion) => criterion.id === id);
    const change = {
      id,
      weight: figureChange(before?.weight, after?.weight),
      worst: figureChange(before?.worst, after?.worst),
      best: figureChange(before?.best, after?.best),
    };
    const same = [change.weight, change.worst, change.best].every(isSame);
    return same ? [] : [change];
  });
}
