import type { Direction } from "../../input/matrix/matrix-types.ts";
import { isTie, orderOf } from "../methods/ranks.ts";
import { pairTests, type PairTests } from "./pair-tests.ts";
import { leadOf, type Ranker, type ReversalTest } from "./ranker.ts";

export interface ReversalTests extends PairTests {
  /** Test 1: an alternative that is not best is made worse; the best must stay. */
  readonly worsened: ReversalTest<{ alternative: number; share: number; best: number }>;
  /** Beyond the three: one alternative is left out; the order of the others must stay. */
  readonly leftOut: ReversalTest<{ alternative: number; better: number; worse: number }>;
}

/** How much worse the alternative is made: a cost by these shares dearer, a benefit divided by 1 + share. */
const SHARES = [0.1, 0.5, 1, 4] as const;

/** Alternatives × alternatives × criteria for which all alternatives are tested; beyond, the best ones. */
const CELLS_JUDGED = 4e6;
const FEWEST_TESTED = 3;

/**
 * Tests of X. Wang & E. Triantaphyllou, Ranking irregularities when evaluating alternatives by using some ELECTRE methods, Omega
 * 36(1), 2008, 45-63. Numbers are indices of alternatives.
 *
 * @param directions by criterion; null where the best figure lies in between, which is left as it is
 */
export function reversalTests(
  ranker: Ranker,
  figures: readonly (readonly number[])[],
  directions: readonly (Direction | null)[],
): ReversalTests {
  const whole = ranker.scores(figures) ?? figures.map(() => 0);
  const order = orderOf(whole, ranker.higherIsBetter);
  const cells = figures.length ** 2 * directions.length;
  const tested = order.slice(0, Math.max(FEWEST_TESTED, Math.floor(CELLS_JUDGED / cells)));
  return {
    worsened: worsened(ranker, figures, directions, whole, tested),
    ...pairTests(ranker, figures, whole, tested),
    leftOut: leftOut(ranker, figures, whole, tested),
  };
}

function worsened(
  ranker: Ranker,
  figures: readonly (readonly number[])[],
  directions: readonly (Direction | null)[],
  whole: readonly number[],
  tested: readonly number[],
): ReversalTests["worsened"] {
  const best = bestOf(whole, ranker);
  const failures: { alternative: number; share: number; best: number }[] = [];
  let tried = 0;
  for (const alternative of tested) {
    if (best.includes(alternative)) continue;
    for (const share of SHARES) {
      const changed = figures.map((row, i) =>
        i === alternative ? worse(row, directions, share, figures) : row,
      );
      const scores = ranker.scores(changed);
      if (scores === null) continue;
      tried += 1;
      const now = bestOf(scores, ranker);
      const other = now.find((index) => !best.includes(index));
      if (other !== undefined) {
        failures.push({ alternative, share, best: other });
        break;
      }
    }
  }
  return { tried, failures };
}

/** Worse on every criterion: by a factor where all figures are above 0, else by a share of the column's span. */
function worse(
  row: readonly number[],
  directions: readonly (Direction | null)[],
  share: number,
  figures: readonly (readonly number[])[],
): number[] {
  return row.map((figure, j) => {
    const direction = directions[j] ?? null;
    if (direction === null) return figure;
    const column = figures.map((other) => other[j] ?? 0);
    const least = Math.min(...column);
    if (least > 0) return direction === "min" ? figure * (1 + share) : figure / (1 + share);
    const step = share * (Math.max(...column) - least);
    return direction === "min" ? figure + step : figure - step;
  });
}

function leftOut(
  ranker: Ranker,
  figures: readonly (readonly number[])[],
  whole: readonly number[],
  tested: readonly number[],
): ReversalTests["leftOut"] {
  const failures: { alternative: number; better: number; worse: number }[] = [];
  let tried = 0;
  for (const alternative of tested) {
    const rest = figures.map((_, i) => i).filter((i) => i !== alternative);
    const scores = ranker.scores(rest.map((i) => figures[i] ?? []));
    if (scores === null || rest.length < 2) continue;
    tried += 1;
    const before = orderOf(
      rest.map((i) => whole[i] ?? 0),
      ranker.higherIsBetter,
    );
    // Neighbours suffice: where no neighbours change places, nobody does.
    const turned = before.slice(1).findIndex((low, k) => {
      const high = before[k] ?? 0;
      const was = leadOf(whole[rest[high] ?? 0], whole[rest[low] ?? 0], ranker);
      return was > 0 && leadOf(scores[high], scores[low], ranker) < 0;
    });
    if (turned === -1) continue;
    const better = rest[before[turned] ?? 0] ?? 0;
    failures.push({ alternative, better, worse: rest[before[turned + 1] ?? 0] ?? 0 });
  }
  return { tried, failures };
}

function bestOf(scores: readonly number[], ranker: Ranker): number[] {
  const [first] = orderOf(scores, ranker.higherIsBetter);
  return scores.flatMap((score, i) => (isTie(score, scores[first ?? 0] ?? 0) ? [i] : []));
}
