import type { Method } from "./method.ts";
import { preferenceFor, USUAL } from "./preference.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

export const promethee: Method = {
  id: "promethee",
  title: "Outranking flows (PROMETHEE II)",
  formula: "φ = φ⁺ − φ⁻, φ⁺(a) = Σ_b Σ w · P(a over b) ÷ (m − 1)",
  higherIsBetter: true,
  reads: [],
  defaults: {},
  differs: "compares candidates pair by pair, and past its threshold a larger lead earns no more",
  definition:
    "J. P. Brans & P. Vincke, A preference ranking organisation method, Management Science 31(6), 1985, 647-656",
  testedOn:
    "Zhao, Peng & Li 2013 (usual); Papathanasiou & Ploskas 2018 (linear); Ziemba et al. 2017 (V-shape); R package MCDA data (gaussian, level, linear)",
  apply(table) {
    const m = table.figures.length;
    const share = m > 1 ? 1 / (m - 1) : 0;
    const flows = columnsOf(table).map((column, j) => {
      const { direction = "max", weight = 0, preference = USUAL } = table.criteria[j] ?? {};
      const sign = direction === "max" ? 1 : -1;
      const over = (a: number, b: number): number => preferenceFor(sign * (a - b), preference);
      return {
        out: column.map((a) => weight * share * sum(column.map((b) => over(a, b)))),
        in: column.map((a) => weight * share * sum(column.map((b) => over(b, a)))),
      };
    });
    const out = rowsOf(
      flows.map((flow) => flow.out),
      m,
    );
    const into = rowsOf(
      flows.map((flow) => flow.in),
      m,
    );
    const positiveFlow = out.map(sum);
    const negativeFlow = into.map(sum);
    return {
      scores: positiveFlow.map((flow, i) => flow - (negativeFlow[i] ?? 0)),
      detail: { positiveFlow, negativeFlow },
      parts: out.map((row, i) => row.map((flow, j) => flow - (into[i]?.[j] ?? 0))),
    };
  },
};
