/** A field of use with what matters in it. */
export interface Application {
  id: string;
  name: string;
  /** Points of 100 by criterion, each with its reason in a sentence. */
  weights: readonly { criterion: string; weight: number; reason: string }[];
}
