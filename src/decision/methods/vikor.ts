import type { CompromiseSet, Method } from "./method.ts";
import { normaliseColumn } from "./normalise.ts";
import { isTie, orderOf } from "./ranks.ts";
import { columnsOf, rowsOf, sum } from "./table.ts";

export const vikor: Method = {
  id: "vikor",
  title: "Compromise ranking (VIKOR)",
  formula:
    "Q = v (S − S*) ÷ (S⁻ − S*) + (1 − v)(R − R*) ÷ (R⁻ − R*); S the sum, R the largest of w · (f* − f) ÷ (f* − f⁻)",
  higherIsBetter: false,
  reads: ["v"],
  defaults: { v: 0.5 },
  differs: "gives half a say to the single largest regret of a candidate",
  definition:
    "S. Opricovic & G.-H. Tzeng, Compromise solution by MCDM methods, EJOR 156(2), 2004, 445-455",
  testedOn:
    "Opricovic & Tzeng 2004 and 2007 (EJOR 178(2)); Tzeng & Huang 2011; Papathanasiou & Ploskas 2018",
  apply(table, { v = 0.5 }) {
    const columns = columnsOf(table).map((column, j) => {
      const { direction = "max", weight = 0 } = table.criteria[j] ?? {};
      return normaliseColumn(column, direction, "min-max").map((r) => weight * (1 - r));
    });
    const regrets = rowsOf(columns, table.figures.length);
    const S = regrets.map(sum);
    const R = regrets.map((row) => Math.max(0, ...row));
    const majority = placed(S);
    const regret = placed(R);
    const Q = majority.map((s, i) => v * s + (1 - v) * (regret[i] ?? 0));
    return {
      scores: Q,
      detail: { S, R, Q },
      parts: regrets.map((row, i) => row.map((x) => -x * (x === R[i] ? 1 : v))),
      compromise: compromiseSet(Q, S, R),
    };
  },
};

/** 0 at the least figure, 1 at the largest; all 0 where they are equal (what divides by 0 in other programs). */
function placed(figures: readonly number[]): number[] {
  const least = Math.min(...figures);
  const span = Math.max(...figures) - least;
  return figures.map((x) => (isTie(span, 0) ? 0 : (x - least) / span));
}

/**
 * Conditions C1 (acceptable advantage: Q₂ − Q₁ ≥ 1/(m − 1)) and C2 (acceptable stability: the first by Q is first by S or
 * R too). Where C2 alone fails the first two are proposed, where C1 fails all that are within the advantage.
 */
function compromiseSet(
  Q: readonly number[],
  S: readonly number[],
  R: readonly number[],
): CompromiseSet {
  const order = orderOf(Q, false);
  const [first, second] = order;
  if (first === undefined || second === undefined) {
    return { members: order, acceptableAdvantage: true, acceptableStability: true };
  }
  const advantage = 1 / (Q.length - 1);
  const behind = (index: number): number => (Q[index] ?? 0) - (Q[first] ?? 0);
  const isLeast = (figures: readonly number[]): boolean =>
    isTie(figures[first] ?? 0, Math.min(...figures));
  const reaches = (index: number): boolean =>
    behind(index) > advantage || isTie(behind(index), advantage);
  const acceptableAdvantage = reaches(second);
  const acceptableStability = isLeast(S) || isLeast(R);
  let members = order.filter((index) => !reaches(index));
  if (acceptableAdvantage) members = acceptableStability ? [first] : [first, second];
  return { members, acceptableAdvantage, acceptableStability };
}
