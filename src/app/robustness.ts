import { smaa } from "../decision/robustness/smaa.ts";
import type { UncertainTable } from "../decision/robustness/uncertain-table.ts";
import { orderedWeights, type WeightSet } from "../decision/robustness/weight-set.ts";
import { valueIn } from "../decision/stated-value.ts";
import type { Candidate, CriterionInfo, Robustness } from "../report/types.ts";
import { groupBy } from "../units/group-by.ts";

/** Enough for a share to within 3 %; more cost time on every run, and `--draws` gives them. */
export const USUAL_DRAWS = 300;
/** Best candidates that are drawn: who scores less hardly ever comes first. */
const DRAWN = 8;

/**
 * How a figure moves when the chip is `e` times as fast as simulated: chips, money and energy fall as many times, head room grows. Other
 * criteria do not depend on speed.
 */
const SPEED: Readonly<Record<string, number>> = {
  cost: -1,
  "unit-cost": -1,
  capital: -1,
  energy: -1,
  carbon: -1,
  latency: -1,
  performance: 1,
};
const PRICED: ReadonlySet<string> = new Set(["cost", "unit-cost", "capital"]);
/** Prices are not known better than to a quarter (decision/rank.ts, NEAR_TIE): eight in ten lie within it. */
const PRICE_DEVIATION = Math.log(1.25) / 1.2816;

/**
 * Stochastic multicriteria acceptability analysis of the best candidates: weights drawn from all that keep the stated order of
 * importance, speeds from the intervals of the simulation, prices from theirs. Half of the variance of a speed is the software stack's,
 * and hits all its chips alike. Null where there is nobody to compare with.
 */
export function robustnessOf(
  criteria: readonly CriterionInfo[],
  candidates: readonly Candidate[],
  { draws, seed }: { draws: number; seed: number },
): Robustness | null {
  const weighed = criteria.filter(({ weight }) => weight > 0);
  const drawn = candidates.filter(({ feasible }) => feasible).slice(0, DRAWN);
  if (drawn.length < 2 || weighed.length < 2) return null;
  const table = tableOf(weighed, drawn);
  const { acceptability, standardError } = smaa(table, orderOf(weighed), {
    draws,
    seed,
    confidenceFactors: false,
  });
  return {
    draws,
    seed,
    standardError,
    candidates: drawn.map(({ id }) => id),
    rankAcceptability: acceptability,
  };
}

/** Weights as important as stated, or more, before those below; equal ones in any order. */
function orderOf(criteria: readonly CriterionInfo[]): WeightSet {
  const indices = criteria.map((_, index) => index);
  const groups = groupBy(indices, (index) => criteria[index]?.weight ?? 0);
  const descending = [...groups].toSorted(([a], [b]) => b - a).map(([, group]) => group);
  return orderedWeights(criteria.length, descending);
}

function tableOf(
  criteria: readonly CriterionInfo[],
  candidates: readonly Candidate[],
): UncertainTable {
  const loadings: UncertainTable["loadings"][number][] = [];
  const stacks = [...new Set(candidates.map(stackOf))];
  const figures = candidates.flatMap((candidate, alternative) => {
    const deviation = speedDeviation(candidate) / Math.SQRT2;
    const shared = stacks.indexOf(stackOf(candidate));
    const own = stacks.length + 2 * alternative;
    return criteria.map(({ id, worst }, criterion) => {
      const value = candidate.criteria.find((cell) => cell.id === id)?.value ?? null;
      // No figure is worth nothing, whatever is drawn.
      if (value === null) return worst;
      const speed = (SPEED[id] ?? 0) * deviation;
      if (speed !== 0) {
        loadings.push({ alternative, criterion, factor: shared, loading: speed });
        loadings.push({ alternative, criterion, factor: own, loading: speed });
      }
      if (PRICED.has(id)) {
        loadings.push({ alternative, criterion, factor: own + 1, loading: PRICE_DEVIATION });
      }
      return value;
    });
  });
  return {
    alternatives: candidates.length,
    criteria: criteria.length,
    figures: Float64Array.from(figures),
    own: new Float64Array(figures.length),
    errors: criteria.map(() => "relative"),
    factors: stacks.length + 2 * candidates.length,
    loadings,
    worth: criteria.map((applied) => (figure) => valueIn(applied, figure).value),
  };
}

const stackOf = ({ plan }: Candidate): string => plan?.tasks[0]?.stackId ?? "";

/** Standard deviation of the logarithm of a speed whose 80 % interval is known; of one that nothing like was measured of, a factor of two. */
function speedDeviation({ intervals }: Candidate): number {
  const speed = intervals?.throughputPerSecond;
  const width = speed && speed.low > 0 ? Math.log(speed.high / speed.low) : Math.log(4);
  return width / (2 * 1.2816);
}
