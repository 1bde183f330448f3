import type { Method } from "./method.ts";
import { normalise, ratioObstacle } from "./normalise.ts";
import { columnsOf, endsOf, sum, weightsOf } from "./table.ts";

export const marcos: Method = {
  id: "marcos",
  title: "Ranking by a compromise between ideal and anti-ideal (MARCOS)",
  formula:
    "f(K⁻, K⁺) = (K⁺ + K⁻) ÷ (1 + (1 − f⁺)/f⁺ + (1 − f⁻)/f⁻), K± = S ÷ S of the ideal and anti-ideal",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "takes ratios to the best candidate of each column as values",
  definition:
    "Z. Stevic, D. Pamucar, A. Puska & P. Chatterjee, Computers & Industrial Engineering 140, 2020",
  testedOn: "Ulutas et al. 2020, Mathematics 8(10):1672",
  obstacle: (table) => ratioObstacle(table, "linear-max"),
  apply(table) {
    const weights = weightsOf(table);
    const parts = normalise(table, "linear-max").map((row) =>
      row.map((r, j) => r * (weights[j] ?? 0)),
    );
    const sums = parts.map(sum);
    const ideal = sum(weights);
    const antiIdeal = sum(
      columnsOf(table).map((column, j) => {
        const direction = table.criteria[j]?.direction ?? "max";
        const { best, worst } = endsOf(column, direction);
        const ratio = direction === "max" ? worst / best : best / worst;
        return (weights[j] ?? 0) * (Number.isFinite(ratio) ? ratio : 1);
      }),
    );
    return { scores: sums.map((s) => utility(s, ideal, antiIdeal)), parts };
  },
};

/**
 * With r = K⁺ ÷ K⁻, the same for everybody, the definition comes to K⁺ (1 + r) ÷ (1 + r + r²), which divides by nothing that can
 * be 0 but the ideal.
 */
function utility(s: number, ideal: number, antiIdeal: number): number {
  if (ideal === 0) return 0;
  const ratio = antiIdeal / ideal;
  return ((s / ideal) * (1 + ratio)) / (1 + ratio + ratio * ratio);
}
