import type { Method } from "./method.ts";
import { preferenceFor, USUAL } from "./preference.ts";
import { columnsOf, rowsOf, sum, type DecisionTable } from "./table.ts";

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
    const flows = columnsOf(table).map((column, j) => flowsOf(column, table.criteria[j]));
    const out = rowsOf(
      flows.map((flow) => flow.out),
      m,
    );
    const into = rowsOf(
      flows.map((flow) => flow.into),
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

/** Weighted flows of one criterion out of and into each alternative. Each pair is looked at once: only one side can be preferred. */
function flowsOf(
  column: readonly number[],
  criterion: DecisionTable["criteria"][number] | undefined,
): { out: number[]; into: number[] } {
  const { direction = "max", weight = 0, preference = USUAL } = criterion ?? {};
  const share = column.length > 1 ? weight / (column.length - 1) : 0;
  const out = column.map(() => 0);
  const into = column.map(() => 0);
  const better = direction === "max" ? 1 : -1;
  for (let i = 1; i < column.length; i += 1) {
    for (let k = 0; k < i; k += 1) {
      const lead = better * ((column[i] ?? 0) - (column[k] ?? 0));
      if (lead === 0) continue;
      const [first, second] = lead > 0 ? [i, k] : [k, i];
      const strength = share * preferenceFor(Math.abs(lead), preference);
      out[first] = (out[first] ?? 0) + strength;
      into[second] = (into[second] ?? 0) + strength;
    }
  }
  return { out, into };
}
