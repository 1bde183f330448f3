import type { TrainingSpace } from "./space.ts";

/** How many (split, micro-batch, pipeline, replicas) a space has within its numbers of chips: a walk's work is in proportion. */
export function countLayouts({ splits, pipelines, batches, chips }: TrainingSpace): number {
  const byUnit = new Map<number, number>();
  let layouts = 0;
  for (const { tensor, context } of splits) {
    for (const { stages } of pipelines) {
      const unit = tensor * context * stages;
      let own = byUnit.get(unit);
      if (own === undefined) {
        own = 0;
        for (const { replicas } of batches) {
          own += below(replicas, chips.to / unit) - below(replicas, chips.from / unit - 1e-9);
        }
        byUnit.set(unit, own);
      }
      layouts += own;
    }
  }
  return layouts;
}

/** Values of an ascending list that are at most `most`. */
function below(ascending: readonly number[], most: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}
