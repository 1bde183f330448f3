import type { Elicitation } from "./elicitation.ts";
import { leastLinear, type Constraint } from "./linear-program.ts";
import { shares } from "./elicitation.ts";

export const BEST_WORST_MODELS = ["linear", "ratio"] as const;

export type BestWorstModel = (typeof BEST_WORST_MODELS)[number];

export const bestWorst: Elicitation = {
  id: "best-worst",
  title: "Best-worst method (BWM)",
  formula:
    "linear: least ξ with |w_B − a_Bj w_j| ≤ ξ and |w_j − a_jW w_W| ≤ ξ; ratio: |w_B/w_j − a_Bj| ≤ ξ, |w_j/w_W − a_jW| ≤ ξ",
  asks: "Which criterion is the most important, which the least; then from 1 to 9 how many times as important the best is as each other one, and each other one as the worst.",
  definition:
    "J. Rezaei, Best-worst multi-criteria decision-making method, Omega 53, 2015 (ratio); Omega 64, 2016 (linear)",
  testedOn: "Rezaei 2015, basic example; consistent comparisons solved by hand",
};

/** Comparisons of one set of criteria; both lists run over all of them, with 1 for the criterion itself. */
export interface Comparisons {
  readonly best: number;
  readonly worst: number;
  readonly bestToOthers: readonly number[];
  readonly othersToWorst: readonly number[];
}

export interface BestWorstWeights {
  /** Adding up to 1. */
  readonly weights: readonly number[];
  /** Largest deviation ξ of the model; 0 when the comparisons agree with each other. */
  readonly deviation: number;
  /** ξ ÷ the largest ξ that any comparisons with this a_BW can have; of the ratio model only. */
  readonly consistencyRatio: number | null;
  /** Known before any model is solved: max_j |a_Bj a_jW − a_BW| ÷ (a_BW² − a_BW) (Liang, Brunelli & Rezaei, Omega 96, 2020). */
  readonly inputConsistencyRatio: number;
}

export function bestWorstWeights(asked: Comparisons, model: BestWorstModel): BestWorstWeights {
  const solved = model === "linear" ? linearModel(asked) : ratioModel(asked);
  return { ...solved, inputConsistencyRatio: inputConsistency(asked) };
}

/** A linear program with one optimum; variables are the weights and, last, ξ. */
function linearModel({ best, worst, bestToOthers, othersToWorst }: Comparisons) {
  const n = bestToOthers.length;
  const xi = n;
  const within = (plus: number, minus: number, factor: number): Constraint[] =>
    [1, -1].map((sign) => {
      const row = Array.from({ length: n + 1 }, () => 0);
      row[plus] = sign;
      row[minus] = (row[minus] ?? 0) - sign * factor;
      row[xi] = -1;
      return { row, atMost: 0 };
    });
  const constraints = bestToOthers.flatMap((factor, j) => [
    ...(j === best ? [] : within(best, j, factor)),
    ...(j === worst || j === best ? [] : within(j, worst, othersToWorst[j] ?? 1)),
  ]);
  const whole = [...bestToOthers.map(() => 1), 0];
  const costs = [...bestToOthers.map(() => 0), 1];
  const solution = leastLinear(costs, constraints, { row: whole, equals: 1 });
  return {
    weights: shares(solution.slice(0, n)),
    deviation: Math.max(0, solution[xi] ?? 0),
    consistencyRatio: null,
  };
}

/**
 * With w_W = 1 and w_B = ρ the model asks for ρ within a_BW ± ξ and, for each other criterion, between (a_Bj − ξ)(a_jW − ξ)
 * and (a_Bj + ξ)(a_jW + ξ). The lower ends fall and the upper ends rise with ξ, so bisection finds the least ξ, and with
 * it ρ; where several weights remain possible, the centres of their intervals are taken (Rezaei 2016).
 */
function ratioModel({ best, worst, bestToOthers, othersToWorst }: Comparisons) {
  const aBW = bestToOthers[worst] ?? 1;
  const others = bestToOthers.flatMap((aBj, j) =>
    j === best || j === worst ? [] : [{ aBj, ajW: othersToWorst[j] ?? 1, j }],
  );
  const lower = (xi: number): number =>
    Math.max(
      aBW - xi,
      ...others.map(({ aBj, ajW }) => Math.max(0, aBj - xi) * Math.max(0, ajW - xi)),
    );
  const upper = (xi: number): number =>
    Math.min(aBW + xi, ...others.map(({ aBj, ajW }) => (aBj + xi) * (ajW + xi)));
  let low = 0;
  let high = lower(0) <= upper(0) ? 0 : 9;
  for (let step = 0; step < 100 && high > low; step += 1) {
    const middle = (low + high) / 2;
    if (lower(middle) <= upper(middle)) high = middle;
    else low = middle;
  }
  const ratio = (lower(high) + upper(high)) / 2;
  const ends = bestToOthers.map((aBj, j): [number, number] => {
    if (j === best) return [ratio, ratio];
    if (j === worst) return [1, 1];
    const ajW = othersToWorst[j] ?? 1;
    const most = aBj > high ? ratio / (aBj - high) : Infinity;
    return [Math.max(ratio / (aBj + high), ajW - high), Math.min(most, ajW + high)];
  });
  const lowest = ends.reduce((total, [end]) => total + end, 0);
  const highest = ends.reduce((total, [, end]) => total + end, 0);
  const centres = ends.map(([a, b]) => (a / (a + highest - b) + b / (b + lowest - a)) / 2);
  const largest = largestDeviation(aBW);
  return {
    weights: shares(centres),
    deviation: high,
    consistencyRatio: largest === 0 ? 0 : high / largest,
  };
}

/** The consistency index of Rezaei 2015 (table 1): the root of (a − ξ)² = a + ξ; 4.47 for a = 8. */
function largestDeviation(a: number): number {
  return (2 * a + 1 - Math.sqrt(8 * a + 1)) / 2;
}

function inputConsistency({ worst, bestToOthers, othersToWorst }: Comparisons): number {
  const aBW = bestToOthers[worst] ?? 1;
  if (aBW <= 1) return 0;
  const gaps = bestToOthers.map((aBj, j) => Math.abs(aBj * (othersToWorst[j] ?? 1) - aBW));
  return Math.max(...gaps) / (aBW * aBW - aBW);
}
