import type { Metric, Outcome } from "../metrics/metric.ts";

/** Whether less or more of a metric is better; for a criterion its range on the workload says so. */
export function betterWay(metric: Metric, outcome: Outcome | null): "lower" | "higher" | null {
  if (metric.better !== null) return metric.better;
  const criterion = outcome?.criteriaInfo.find(({ id }) => metric.id === `criterion.${id}`);
  if (criterion === undefined) return null;
  return criterion.best < criterion.worst ? "lower" : "higher";
}
