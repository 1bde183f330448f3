import type { Criterion } from "./criterion.ts";
import { partsShare, type RiskPartId } from "./risk-parts.ts";

const PARTS: readonly RiskPartId[] = ["accuracy"];

export const accuracy: Criterion = {
  id: "accuracy",
  title: "Accuracy risk of compression",
  unit: "0–1",
  description:
    "What the compression that the plan uses (pruning, a smaller model) may cost in accuracy, as the workload states it, worst over the tasks. Worst: 1, a high risk. Best: 0, none. Risk holds this part: a weight here counts it once more.",
  direction: "min",
  scale: "linear",
  why: "The parts are added up on one scale, so equal steps mean the same everywhere.",
  notApplicable: ({ workload }) =>
    workload.tasks.some(({ compression }) => compression.length > 0)
      ? null
      : "The workload allows no compression.",
  range: () => ({ worst: 1, best: 0 }),
  measure: (candidate, { references }) => partsShare(candidate, references.catalogYear, PARTS),
};
