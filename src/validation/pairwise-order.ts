import { groupBy } from "../units/group-by.ts";

/** What pairs of rows are compared by. */
export interface Comparable {
  /** Rows with the same key measure the same thing on different chips. */
  key: string;
  chip: string;
  measured: number;
  predicted: number;
}

/** Measurements closer than this have no order worth getting right. */
const SMALLEST_DIFFERENCE = 1.1;

/** Share of pairs of chips whose order the predictions get right; null without a pair. Equal predictions are not in order. */
export function pairwiseOrder(rows: readonly Comparable[]): number | null {
  let pairs = 0;
  let right = 0;
  for (const group of groupBy(rows, ({ key }) => key).values()) {
    for (const [index, first] of group.entries()) {
      for (let other = index + 1; other < group.length; other += 1) {
        const second = group[other];
        if (!second || second.chip === first.chip) continue;
        const ratio = first.measured / second.measured;
        if (Math.max(ratio, 1 / ratio) <= SMALLEST_DIFFERENCE) continue;
        pairs += 1;
        if (ratio > 1 ? first.predicted > second.predicted : first.predicted < second.predicted) {
          right += 1;
        }
      }
    }
  }
  return pairs === 0 ? null : right / pairs;
}
