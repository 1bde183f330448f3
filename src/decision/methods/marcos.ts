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

function utility(s: number, ideal: number, antiIdeal: number): number {
  // An anti-ideal of 0 is the limit K⁻ → ∞, in which the utility follows K⁺ alone.
  if (ideal === 0) return 0;
  if (antiIdeal === 0) return s / ideal;
  const above = s / ideal;
  const below = s / antiIdeal;
  if (above + below === 0) return 0;
  const fBelow = above / (above + below);
  const fAbove = below / (above + below);
  return (above + below) / (1 + (1 - fAbove) / fAbove + (1 - fBelow) / fBelow);
}
