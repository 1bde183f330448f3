import { isTie } from "../methods/ranks.ts";

/** A method as the tests see it: scores for any set of alternatives; null where it cannot judge that set. */
export interface Ranker {
  readonly higherIsBetter: boolean;
  readonly scores: (figures: readonly (readonly number[])[]) => readonly number[] | null;
}

/** Outcome of one test: how often it was tried, and where it failed. */
export interface ReversalTest<Failure> {
  readonly tried: number;
  readonly failures: readonly Failure[];
}

/** Above 0 where the first is better; 0 for a tie. */
export function leadOf(
  a: number | undefined,
  b: number | undefined,
  { higherIsBetter }: Ranker,
): number {
  if (isTie(a ?? 0, b ?? 0)) return 0;
  return higherIsBetter ? (a ?? 0) - (b ?? 0) : (b ?? 0) - (a ?? 0);
}
