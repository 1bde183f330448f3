import { isTie, orderOf } from "../methods/ranks.ts";

/** A ranking and what each criterion adds to each alternative in it (more is better). */
export interface Ranking {
  readonly scores: readonly number[];
  readonly higherIsBetter: boolean;
  readonly parts: readonly (readonly number[])[];
}

/** The highest two alternatives that two methods put in opposite order, and the criterion that speaks most for the change. */
export interface Disagreement {
  /** Ahead in the standard, behind in the witness. */
  readonly ahead: number;
  readonly behind: number;
  /** Whether the first places differ, or only lower ones. */
  readonly aboutTheWinner: boolean;
  readonly criterion: number;
  /**
   * What the criterion says for the one ahead, −1..1: its part in all the differences between the two, in the standard and
   * in the witness.
   */
  readonly standardShare: number;
  readonly witnessShare: number;
}

/** Null where no two alternatives change places; ties on either side are no change. */
export function disagreement(standard: Ranking, witness: Ranking): Disagreement | null {
  const order = orderOf(standard.scores, standard.higherIsBetter);
  for (const [place, ahead] of order.entries()) {
    const behind = order
      .slice(place + 1)
      .filter((other) => leads(standard, ahead, other) && leads(witness, other, ahead))
      // The one that the witness puts highest.
      .sort((a, b) => (leads(witness, a, b) ? -1 : 1))[0];
    if (behind === undefined) continue;
    return {
      ahead,
      behind,
      aboutTheWinner: place === 0,
      ...cause(standard, witness, ahead, behind),
    };
  }
  return null;
}

function cause(
  standard: Ranking,
  witness: Ranking,
  ahead: number,
  behind: number,
): Pick<Disagreement, "criterion" | "standardShare" | "witnessShare"> {
  const before = sharesFor(standard, ahead, behind);
  const after = sharesFor(witness, ahead, behind);
  const shift = before.map((share, j) => (after[j] ?? 0) - share);
  const criterion = shift.indexOf(Math.min(...shift));
  return {
    criterion,
    standardShare: before[criterion] ?? 0,
    witnessShare: after[criterion] ?? 0,
  };
}

/** Differences by criterion as shares of the sum of their sizes. */
function sharesFor({ parts }: Ranking, one: number, other: number): number[] {
  const differences = (parts[one] ?? []).map((part, j) => part - (parts[other]?.[j] ?? 0));
  const total = differences.reduce((all, difference) => all + Math.abs(difference), 0);
  return differences.map((difference) => (total === 0 ? 0 : difference / total));
}

function leads({ scores, higherIsBetter }: Ranking, one: number, other: number): boolean {
  const [a, b] = [scores[one] ?? 0, scores[other] ?? 0];
  if (isTie(a, b)) return false;
  return higherIsBetter ? a > b : a < b;
}
