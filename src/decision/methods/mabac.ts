import type { Method } from "./method.ts";
import { normalise } from "./normalise.ts";
import { rowsOf, sum } from "./table.ts";

export const mabac: Method = {
  id: "mabac",
  title: "Distance from the border area (MABAC)",
  formula: "Σ (w (r + 1) − g), g the geometric mean of w (r + 1) over the candidates, r min-max",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "takes its scale from the candidates instead of fixed ranges",
  definition: "D. Pamucar & G. Cirovic, Expert Systems with Applications 42(6), 2015, 3016-3028",
  testedOn: "pymcdm 1.4.0 on random matrices",
  apply(table) {
    const rows = normalise(table, "min-max");
    const m = rows.length;
    const columns = table.criteria.map(({ weight }, j) => {
      const v = rows.map((row) => weight * ((row[j] ?? 0) + 1));
      const border = weight === 0 ? 0 : Math.exp(sum(v.map(Math.log)) / m);
      return v.map((x) => x - border);
    });
    const parts = rowsOf(columns, m);
    return { scores: parts.map(sum), parts };
  },
};
