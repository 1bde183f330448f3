import { figureWorth, valueOf, type ValueRange, type ValueScale } from "./value-function.ts";

/** The cost of one of the first two at which both score the same, all else unchanged. */
export interface CostFlip {
  /** Whose cost changes: the winner's rises, or the second's falls. */
  who: "winner" | "second";
  fromUsd: number;
  toUsd: number;
}

/**
 * Smallest change of cost, as a factor, that makes the second catch up with the winner; null when no cost can, because
 * it weighs too little or the range ends first.
 *
 * @param margin winner's score less the second's, ≥ 0
 */
export function costFlip(
  winnerUsd: number,
  secondUsd: number,
  margin: number,
  weight: number,
  range: ValueRange,
  scale: ValueScale,
): CostFlip | null {
  if (weight === 0) return null;
  const step = margin / weight;
  const flips: CostFlip[] = [];
  const risen = valueOf(winnerUsd, range, scale).value - step;
  if (risen >= 0) {
    flips.push({ who: "winner", fromUsd: winnerUsd, toUsd: figureWorth(risen, range, scale) });
  }
  const fallen = valueOf(secondUsd, range, scale).value + step;
  if (fallen <= 1) {
    flips.push({ who: "second", fromUsd: secondUsd, toUsd: figureWorth(fallen, range, scale) });
  }
  const [first, other] = flips;
  if (first === undefined) return null;
  return other !== undefined && changeOf(other) < changeOf(first) - 1e-9 ? other : first;
}

function changeOf({ fromUsd, toUsd }: CostFlip): number {
  return Math.abs(Math.log(toUsd / fromUsd));
}
