import type { Method } from "./method.ts";
import { normalise } from "./normalise.ts";
import { sum } from "./table.ts";
import { weightedProduct } from "./weighted-product.ts";
import { weightedSum } from "./weighted-sum.ts";

export const waspas: Method = {
  id: "waspas",
  title: "Weighted aggregated sum product assessment (WASPAS)",
  formula: "λ · weighted sum + (1 − λ) · weighted product",
  higherIsBetter: true,
  reads: ["normalisation", "lambda"],
  defaults: { normalisation: "linear-max", lambda: 0.5 },
  differs: "mixes sum and product of ratios to the best candidate",
  definition:
    "E. K. Zavadskas, Z. Turskis, J. Antucheviciene & A. Zakarevicius, Elektronika ir Elektrotechnika 122(6), 2012",
  testedOn: "Chakraborty, Zavadskas & Antucheviciene 2015; JMcDM 0.8.3 testwaspas.jl",
  obstacle: (table, { normalisation = "linear-max" }) =>
    weightedProduct.obstacle?.(table, { normalisation }) ?? null,
  apply(table, { normalisation = "linear-max", lambda = 0.5 }) {
    const added = weightedSum.apply(table, { normalisation }).scores;
    const multiplied = weightedProduct.apply(table, { normalisation }).scores;
    const scores = added.map((score, i) => lambda * score + (1 - lambda) * (multiplied[i] ?? 0));
    const weights = table.criteria.map(({ weight }) => weight);
    const total = sum(weights);
    // To first order a product of ratios moves like their sum, times the product itself.
    const parts = normalise(table, normalisation).map((row, i) => {
      const slope = lambda + ((1 - lambda) * (multiplied[i] ?? 0)) / (total || 1);
      return row.map((r, j) => r * (weights[j] ?? 0) * slope);
    });
    return { scores, parts, detail: { sum: added, product: multiplied } };
  },
};
