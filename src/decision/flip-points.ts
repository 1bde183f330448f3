import { costFlip } from "./cost-flip.ts";
import type { FlipPoint } from "./decision.ts";
import type { CriterionInfo } from "./types.ts";
import { weightInterval } from "./weight-interval.ts";

/** A candidate as the flip points see it. */
export interface Contender {
  id: string;
  name: string;
  costUsd: number;
  score: number;
  /** 0..1 by criterion, in the order of `criteria`. */
  values: readonly number[];
}

/**
 * Changes after which another candidate wins: of one weight (the others rescaled in proportion), and of the first two's
 * costs. The smallest change comes first: shares of a whole for weights, shares of the present figure for costs.
 *
 * @param contenders best first
 */
export function flipPoints(
  criteria: readonly CriterionInfo[],
  contenders: readonly Contender[],
): readonly FlipPoint[] {
  const flips = [...weightFlips(criteria, contenders), ...costFlips(criteria, contenders)];
  return flips.sort((a, b) => changeOf(a) - changeOf(b));
}

function changeOf(flip: FlipPoint): number {
  return flip.kind === "weight"
    ? Math.abs(flip.to - flip.from)
    : Math.abs(flip.toUsd / flip.fromUsd - 1);
}

function weightFlips(
  criteria: readonly CriterionInfo[],
  contenders: readonly Contender[],
): readonly FlipPoint[] {
  const weights = criteria.map(({ weight }) => weight);
  const values = contenders.map((contender) => contender.values);
  return criteria.flatMap(({ id, title, weight, notApplicable }, index) => {
    if ((notApplicable ?? null) !== null) return [];
    const { lowest, highest, below, above } = weightInterval(values, weights, 0, index);
    return [
      { to: lowest, rival: below, verb: "falls below" },
      { to: highest, rival: above, verb: "rises above" },
    ].flatMap(({ to, rival, verb }): FlipPoint[] => {
      const winner = rival === null ? undefined : contenders[rival];
      if (winner === undefined) return [];
      return [
        {
          kind: "weight",
          criterion: id,
          from: weight,
          to,
          winner: winner.id,
          message: `${winner.name} wins when the weight of ${title.toLowerCase()} ${verb} ${percent(to)} (now ${percent(weight)}).`,
        },
      ];
    });
  });
}

function costFlips(
  criteria: readonly CriterionInfo[],
  contenders: readonly Contender[],
): readonly FlipPoint[] {
  const [first, second] = contenders;
  const cost = criteria.find(({ id }) => id === "cost");
  if (first === undefined || second === undefined || cost === undefined) return [];
  const margin = Math.max(0, first.score - second.score);
  const flip = costFlip(first.costUsd, second.costUsd, margin, cost.weight, cost, cost.scale);
  if (flip === null) return [];
  const changed = flip.who === "winner" ? first : second;
  const change = Math.abs(flip.toUsd / flip.fromUsd - 1);
  return [
    {
      kind: "cost",
      ...flip,
      id: changed.id,
      winner: second.id,
      message: `${second.name} wins when the cost of ${changed.name} ${flip.who === "winner" ? "rises" : "falls"} by more than ${percent(change)}.`,
    },
  ];
}

/** Three figures, so that 59.9 % does not read like the 60 % that it is compared with. */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
