import type { Method } from "./method.ts";
import { normaliseColumn } from "./normalise.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

export const moora: Method = {
  id: "moora",
  title: "Ratio analysis (MOORA)",
  formula: "Σ over benefits − Σ over costs of w · x ÷ √Σx²",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "takes its scale from the candidates instead of fixed ranges",
  definition: "W. K. M. Brauers & E. K. Zavadskas, Control and Cybernetics 35(2), 2006, 445-469",
  testedOn: "pymcdm 1.4.0 on random matrices",
  apply(table) {
    const columns = columnsOf(table).map((column, j) => {
      const { direction = "max", weight = 0 } = table.criteria[j] ?? {};
      const sign = direction === "max" ? 1 : -1;
      return normaliseColumn(column, "max", "vector").map((r) => sign * weight * r);
    });
    const parts = rowsOf(columns, table.figures.length);
    return { scores: parts.map(sum), parts };
  },
};
