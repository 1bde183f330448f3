import type { Method } from "./method.ts";
import { normaliseColumn, ratioObstacle } from "./normalise.ts";
import { columnsOf, endsOf, rowsOf, sum } from "./table.ts";

export const aras: Method = {
  id: "aras",
  title: "Share of the optimal alternative (ARAS)",
  formula:
    "S ÷ S of an alternative that is best in every column, S = Σ w · x ÷ Σx with costs inverted",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs:
    "takes shares of the candidates' totals, so that a copy of a candidate changes its scale",
  definition:
    "E. K. Zavadskas & Z. Turskis, Technological and Economic Development of Economy 16(2), 2010, 159-172",
  testedOn: "pymcdm 1.4.0 on random matrices",
  obstacle: (table) => ratioObstacle(table, "sum"),
  apply(table) {
    const columns = columnsOf(table).map((column, j) => {
      const { direction = "max", weight = 0 } = table.criteria[j] ?? {};
      const { best } = endsOf(column, direction);
      return normaliseColumn([best, ...column], direction, "sum").map((r) => r * weight);
    });
    const [optimum = [], ...parts] = rowsOf(columns, table.figures.length + 1);
    const most = sum(optimum);
    return { scores: parts.map((row) => (most === 0 ? 0 : sum(row) / most)), parts };
  },
};
