import { median } from "../../units/statistics.ts";
import { Generator } from "../../decision/robustness/generator.ts";
import { smaa } from "../../decision/robustness/smaa.ts";
import type { UncertainTable } from "../../decision/robustness/uncertain-table.ts";
import {
  anyWeights,
  orderedWeights,
  type WeightSet,
} from "../../decision/robustness/weight-set.ts";

/** CPU of 10,000 draws over 50 alternatives and 12 criteria. */
export interface RobustnessFigures {
  what: string;
  seconds: number;
}

const ALTERNATIVES = 50;
const CRITERIA = 12;
const DRAWS = 10_000;
const RUNS = 15;

/** Robustness draws with the weights alone uncertain, with a third of the criteria, and with every figure. */
export function benchRobustness(): RobustnessFigures[] {
  const inOrder = orderedWeights(
    CRITERIA,
    Array.from({ length: CRITERIA }, (_, j) => [j]),
  );
  return [
    figures("weights", 0, anyWeights(CRITERIA)),
    figures("weights in order and four criteria", 4, inOrder),
    figures("weights and every figure", CRITERIA, anyWeights(CRITERIA)),
  ];
}

function figures(what: string, uncertain: number, weights: WeightSet): RobustnessFigures {
  const table = tableOf(uncertain);
  const runs = Array.from({ length: RUNS }, () => {
    const started = process.cpuUsage();
    smaa(table, weights, { draws: DRAWS, seed: 1 });
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  });
  return { what, seconds: median(runs) ?? 0 };
}

/** Figures from 10 to 100 with errors of 15 % on the first criteria, one in five alternatives sharing a part of them. */
function tableOf(uncertain: number): UncertainTable {
  const uniform = new Generator(5);
  const cells = { length: ALTERNATIVES * CRITERIA };
  return {
    alternatives: ALTERNATIVES,
    criteria: CRITERIA,
    figures: Float64Array.from(cells, () => 10 + 90 * uniform.uniform()),
    own: Float64Array.from(cells, (_, cell) => (cell % CRITERIA < uncertain ? 0.15 : 0)),
    errors: Array.from({ length: CRITERIA }, () => "relative"),
    factors: 5,
    loadings: Array.from({ length: ALTERNATIVES * Math.min(2, uncertain) }, (_, k) => ({
      alternative: k >> 1,
      criterion: k & 1,
      factor: (k >> 1) % 5,
      loading: 0.2,
    })),
    worth: Array.from(
      { length: CRITERIA },
      () => (figure: number) => Math.log(figure / 5) / Math.log(20),
    ),
  };
}
