import { countBefore } from "../../units/ascending.ts";
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
          own +=
            countBefore(replicas, chips.to / unit, true) -
            countBefore(replicas, chips.from / unit - 1e-9, true);
        }
        byUnit.set(unit, own);
      }
      layouts += own;
    }
  }
  return layouts;
}
