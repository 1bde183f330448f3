import type { Method } from "./method.ts";
import { negativeObstacle } from "./normalise.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

export const edas: Method = {
  id: "edas",
  title: "Distance from the average (EDAS)",
  formula:
    "(SP ÷ max SP + 1 − SN ÷ max SN) ÷ 2, sums of w · (x − mean) ÷ mean above and below the mean",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "measures everybody from the mean of the candidates",
  definition:
    "M. Keshavarz Ghorabaee, E. K. Zavadskas, L. Olfat & Z. Turskis, Informatica 26(3), 2015, 435-451",
  testedOn: "Yazdani et al. 2020, Sustainable Operations and Computers 1:35",
  obstacle: negativeObstacle,
  apply(table) {
    const columns = columnsOf(table).map((column, j) => {
      const { direction = "max", weight = 0 } = table.criteria[j] ?? {};
      const mean = sum(column) / column.length;
      const sign = direction === "max" ? 1 : -1;
      return column.map((x) => (mean === 0 ? 0 : (sign * weight * (x - mean)) / mean));
    });
    const parts = rowsOf(columns, table.figures.length);
    const above = parts.map((row) => sum(row.map((x) => Math.max(0, x))));
    const below = parts.map((row) => sum(row.map((x) => Math.max(0, -x))));
    const most = Math.max(...above);
    const least = Math.max(...below);
    const scores = above.map((sp, i) => {
      const plus = most === 0 ? 0 : sp / most;
      const minus = least === 0 ? 1 : 1 - (below[i] ?? 0) / least;
      return (plus + minus) / 2;
    });
    return { scores, detail: { above, below }, parts };
  },
};
