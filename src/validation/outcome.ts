/** What a row's question led to: a figure in the row's unit from the model and from the crude baseline, or why there is none. */
export type Outcome = Prediction | Skipped;

interface Prediction {
  predicted: number;
  crude: number;
  stackId: string;
  /** Model id, or the name of a shape that only the row gives. */
  modelId: string;
}

export interface Skipped {
  skipped: string;
}

export const skip = (reason: string): Skipped => ({ skipped: reason });

export function isSkipped(value: object): value is Skipped {
  return "skipped" in value;
}
