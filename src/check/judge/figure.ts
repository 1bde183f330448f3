import type { Chip } from "../../catalog/types.ts";
import type { Metric, MetricContext, Outcome } from "../metrics/metric.ts";
import type { Silicon } from "../spec/silicon.ts";
import type { Laboratory, NamedWorkload } from "./laboratory.ts";

/** A metric of a chip, with the outcome that it was read from; no outcome where it speaks of the chip alone. */
export function figureOf(
  metric: Metric,
  chip: Chip,
  silicon: Silicon | null,
  workload: NamedWorkload | null,
  ranks: number,
  laboratory: Laboratory,
): { value: number | null; outcome: Outcome | null } {
  const context: MetricContext = {
    chip,
    silicon,
    workload: workload?.workload ?? null,
    outcome: null,
    ranks,
  };
  if (metric.scope === "spec" || workload === null) {
    return { value: metric.read(context), outcome: null };
  }
  const outcome =
    metric.scope === "ranking"
      ? laboratory.among(chip, workload)
      : laboratory.alone(chip, workload);
  const value = metric.read({ ...context, outcome });
  return { value: value !== null && Number.isFinite(value) ? value : null, outcome };
}
