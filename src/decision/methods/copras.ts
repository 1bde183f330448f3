import type { Method } from "./method.ts";
import { negativeObstacle } from "./normalise.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

export const copras: Method = {
  id: "copras",
  title: "Complex proportional assessment (COPRAS)",
  formula:
    "Q = S⁺ + ΣS⁻ ÷ (S⁻ · Σ 1/S⁻), divided by the largest Q; S⁺, S⁻ sums of w · x ÷ Σx over benefits, costs",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "adds benefits and divides by costs, both as shares of the candidates' totals",
  definition:
    "E. K. Zavadskas, A. Kaklauskas & V. Sarka, The new method of multicriteria complex proportional assessment of projects, 1994",
  testedOn: "Goswami & Mitra 2020, IJDNS 4(1), pinned in pyrepo-mcda",
  obstacle: negativeObstacle,
  apply(table) {
    const m = table.figures.length;
    const shares = columnsOf(table).map((column, j) => {
      const total = sum(column);
      const weight = table.criteria[j]?.weight ?? 0;
      return column.map((x) => (total === 0 ? 0 : (weight * x) / total));
    });
    const isCost = table.criteria.map(({ direction }) => direction === "min");
    const rows = rowsOf(shares, m);
    const benefit = rows.map((row) => sum(row.filter((_, j) => !isCost[j])));
    const cost = rows.map((row) => sum(row.filter((_, j) => isCost[j])));
    const costTotal = sum(cost);
    // Who costs nothing beats any cost: the smallest positive number stands in, so that nothing is divided by 0.
    const inverse = cost.map((s) => 1 / Math.max(s, costTotal * 1e-12 || 1));
    const perInverse = costTotal / (sum(inverse) || 1);
    const significance = benefit.map((s, i) => s + perInverse * (inverse[i] ?? 0));
    const largest = Math.max(...significance);
    return {
      scores: significance.map((q) => (largest === 0 ? 0 : q / largest)),
      detail: { benefit, cost },
      parts: rows.map((row) => row.map((x, j) => (isCost[j] ? -x : x))),
    };
  },
};
