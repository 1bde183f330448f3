import type { Method } from "./method.ts";
import { statedOrFound } from "./spotis.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

/** The ideal is this many times as good as the anti-ideal, the authors' choice. */
const IDEAL_TO_ANTI_IDEAL = 6;

export const rafsi: Method = {
  id: "rafsi",
  title: "Mapping of sub-intervals to one scale (RAFSI)",
  formula:
    "Σ w · s ÷ 2A for benefits, w · H ÷ 2s for costs; s maps the range on 1..6, A and H the means of 1 and 6",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "divides by the mapped figure of a cost instead of subtracting it",
  definition:
    "M. Zizovic, D. Pamucar, M. Albijanic, P. Chatterjee & I. Pribicevic, Mathematics 8(6):1015, 2020",
  testedOn: "Zizovic et al. 2020",
  apply(table) {
    const k = IDEAL_TO_ANTI_IDEAL;
    const arithmetic = (1 + k) / 2;
    const harmonic = 2 / (1 + 1 / k);
    const columns = columnsOf(table).map((column, j) => {
      const { best, worst } = statedOrFound(table, column, j);
      const { direction = "max", weight = 0 } = table.criteria[j] ?? {};
      const [low, high] = direction === "max" ? [worst, best] : [best, worst];
      return column.map((x) => {
        const s = high === low ? k : 1 + ((k - 1) * (x - low)) / (high - low);
        // Far outside the range the map reaches 0; it is held off there, so that a cost stays finite.
        const mapped = Math.max(s, 1e-9);
        return weight * (direction === "max" ? s / (2 * arithmetic) : harmonic / (2 * mapped));
      });
    });
    const parts = rowsOf(columns, table.figures.length);
    return { scores: parts.map(sum), parts };
  },
};
