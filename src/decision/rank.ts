import type { Workload } from "../input/workload-types.ts";
import type { Assessed } from "./assessed.ts";
import { CRITERIA } from "./criteria/all-criteria.ts";
import type { CriterionContext } from "./criteria/criterion.ts";
import type { RankedCandidate } from "./decision.ts";
import { dominance, dominates } from "./dominance.ts";
import { effectiveWeights, type WeightedCriterion } from "./effective-weights.ts";
import { additive } from "./methods/additive.ts";
import type { ReferenceFigures } from "./reference-figures.ts";
import { appliedValue, valueIn } from "./stated-value.ts";
import type { CriterionInfo, CriterionScore } from "./types.ts";

export interface DecisionInput {
  workload: Workload;
  references: ReferenceFigures;
  /** Candidates that meet every hard limit, in any order. */
  candidates: readonly Assessed[];
}

export interface Ranking {
  criteria: readonly CriterionInfo[];
  /** Best first, with the values (0..1 by criterion) that the scores come from. */
  contenders: readonly (RankedCandidate & { candidate: Assessed; values: readonly number[] })[];
}

/**
 * Score distance below which two candidates are called too close: with the default weight of cost on three decades
 * it is a price difference of a quarter, and prices are not known better than that.
 */
export const NEAR_TIE = 0.01;

/**
 * Scores and ranks by the additive value model on fixed ranges. Equal scores are ordered by dominance, then cost, then
 * id, so that neither the order of the input nor rounding shows; a dominated candidate is never recommended.
 */
export function rank({ workload, references, candidates }: DecisionInput): Ranking {
  const context: CriterionContext = { workload, references };
  const weighted = effectiveWeights(CRITERIA, context);
  const criteria = weighted.map((entry) => describe(entry, context));
  const weights = criteria.map(({ weight }) => weight);

  const measured = candidates.map((candidate) => ({
    candidate,
    cells: weighted.map((entry, index) => measure(candidate, entry, criteria[index], context)),
  }));
  const values = measured.map(({ cells }) => cells.map(({ normalised }) => normalised));
  const scores = additive(values, weights);
  const byScore = measured
    .map(({ candidate, cells }, index) => ({
      id: candidate.chip.id,
      candidate,
      values: values[index] ?? [],
      score: scores[index]?.score ?? 0,
      criteria: cells,
    }))
    .sort((a, b) => tieBlind(b.score) - tieBlind(a.score));
  const dominated = dominatedOf(byScore, weights);
  const ordered = byScore.toSorted(
    (a, b) =>
      tieBlind(b.score) - tieBlind(a.score) ||
      Number(dominated.has(a)) - Number(dominated.has(b)) ||
      a.candidate.plan.cost.totalUsd - b.candidate.plan.cost.totalUsd ||
      (a.id < b.id ? -1 : 1),
  );

  const top = ordered[0]?.score ?? 0;
  const contenders = ordered.map((entry, index) => {
    const by = dominated.has(entry)
      ? ordered.find((other) => dominates(other.values, entry.values, weights))
      : undefined;
    const { id, candidate, values, score, criteria: cells } = entry;
    return {
      id,
      candidate,
      values,
      score,
      criteria: cells,
      rank: index + 1,
      dominatedBy: by?.id ?? null,
      dominance: by === undefined ? null : dominance(by, entry.values, criteria),
      nearTie: index > 0 && by === undefined && top - entry.score < NEAR_TIE,
    };
  });
  return { criteria, contenders };
}

/** Who dominates scores at least as much, so that nobody further down has to be asked. */
function dominatedOf<Entry extends { score: number; values: readonly number[] }>(
  byScore: readonly Entry[],
  weights: readonly number[],
): ReadonlySet<Entry> {
  const dominated = new Set<Entry>();
  for (const entry of byScore) {
    const own = tieBlind(entry.score);
    for (const other of byScore) {
      if (tieBlind(other.score) < own) break;
      if (!dominates(other.values, entry.values, weights)) continue;
      dominated.add(entry);
      break;
    }
  }
  return dominated;
}

function describe(
  { criterion, weight, notApplicable }: WeightedCriterion,
  context: CriterionContext,
): CriterionInfo {
  const { id, title, unit, description } = criterion;
  return {
    id,
    title,
    unit,
    weight,
    ...appliedValue(criterion, context),
    description,
    notApplicable,
  };
}

/** A cell of the justification table. */
function measure(
  candidate: Assessed,
  { criterion, weight, notApplicable }: WeightedCriterion,
  range: CriterionInfo | undefined,
  context: CriterionContext,
): CriterionScore {
  const { id, unit } = criterion;
  const none = { value: 0, clipped: false };
  const cell = (
    value: number | null,
    worth: typeof none,
    notes: readonly string[],
  ): CriterionScore => ({
    id,
    value,
    unit,
    normalised: worth.value,
    weight,
    clipped: worth.clipped,
    notes,
    contribution: weight * worth.value,
  });
  if (notApplicable !== null || range === undefined) return cell(null, none, [notApplicable ?? ""]);
  const { value, notes } = criterion.measure(candidate, context);
  return cell(value, value === null ? none : valueIn(range, value), notes);
}

/** Scores that differ by rounding only are equal. */
function tieBlind(score: number): number {
  return Math.round(score * 1e12);
}
