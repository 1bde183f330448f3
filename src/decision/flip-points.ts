import { DEFAULT_WEIGHTS } from "../input/default-weights.ts";
import type { FlipPoint } from "./decision.ts";
import type { CriterionInfo } from "./types.ts";
import { weightInterval } from "./weight-interval.ts";

/** A candidate as the flip points see it. */
export interface Contender {
  id: string;
  name: string;
  score: number;
  /** 0..1 by criterion, in the order of `criteria`. */
  values: readonly number[];
}

/**
 * Weights past which another candidate wins, the others rescaled in proportion: a closed form, because the score is linear in
 * them. The smallest change comes first.
 *
 * @param contenders best first
 */
export function flipPoints(
  criteria: readonly CriterionInfo[],
  contenders: readonly Contender[],
): readonly FlipPoint[] {
  return weightFlips(criteria, contenders).toSorted((a, b) => a.change - b.change);
}

function weightFlips(
  criteria: readonly CriterionInfo[],
  contenders: readonly Contender[],
): readonly FlipPoint[] {
  const weights = criteria.map(({ weight }) => weight);
  const values = contenders.map((contender) => contender.values);
  return criteria.flatMap(({ id, title, weight, notApplicable }, index) => {
    // What another criterion holds already is weighed by whoever asks for it, and not offered to the others.
    if ((notApplicable ?? null) !== null || (weight === 0 && DEFAULT_WEIGHTS[id] === 0)) return [];
    const { lowest, highest, below, above } = weightInterval(values, weights, 0, index);
    return [
      { to: lowest, rival: below, direction: "falls" as const },
      { to: highest, rival: above, direction: "rises" as const },
    ].flatMap(({ to, rival, direction }): FlipPoint[] => {
      const winner = rival === null ? undefined : contenders[rival];
      if (winner === undefined) return [];
      const verb = direction === "falls" ? "falls below" : "rises above";
      return [
        {
          input: "weight",
          path: `preferences.weights.${id}`,
          unit: "",
          from: weight,
          to,
          holdsAt: to,
          direction,
          change: Math.abs(to - weight),
          newWinner: winner.id,
          sentence: `${winner.name} wins when the weight of ${title.toLowerCase()} ${verb} ${percent(to)} (now ${percent(weight)}).`,
        },
      ];
    });
  });
}

/** Three figures, so that 59.9 % does not read like the 60 % that it is compared with. */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
