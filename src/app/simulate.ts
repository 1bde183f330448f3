import type { Catalog } from "../catalog/types.ts";
import type { Workload } from "../input/workload-types.ts";
import { planWorkload } from "../planner/plan-workload.ts";
import type { RequestedConfiguration, SimulateResult } from "../report/explain-types.ts";
import { candidatePlan } from "./candidate-figures.ts";
import { explainTask } from "./explain-task.ts";
import { figureIntervals } from "./figure-intervals.ts";
import { indexHardware } from "./hardware.ts";
import { parameterBasis } from "./parameter-basis.ts";
import { prepareWorkload } from "./resolve-models.ts";

/**
 * The kernel's answer for one configuration of one chip. What the request leaves open is planned; hard limits on what the chip is
 * (place, vendor, …) are not asked here.
 *
 * @throws Error when the catalogue has no such chip; ModelError as `evaluate`
 */
export function simulateConfiguration(
  workload: Workload,
  catalog: Catalog,
  chipId: string,
  requested: RequestedConfiguration,
  options: { version: string },
): SimulateResult {
  const chip = catalog.chips.find(({ id }) => id === chipId);
  if (!chip) throw new Error(`no chip ${chipId} in the catalogue`);
  const prepared = prepareWorkload(workload, catalog);
  const hardware = indexHardware(catalog).of(chip, workload.constraints.stacks);
  const planning = planWorkload(workload, prepared.tasks, hardware, 1, requested);
  const { plan, limits } = planning;
  const evidence = catalog.evidence ?? null;
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload: { name: workload.name },
    chip: { id: chip.id, name: chip.name },
    requested,
    feasible: planning.ok,
    plan: plan ? candidatePlan(plan) : null,
    ...(plan && evidence ? { intervals: figureIntervals(plan, workload, chip, evidence) } : {}),
    parameters: parameterBasis(chip, hardware.family, evidence),
    tasks: (plan?.tasks ?? []).flatMap((each) => {
      const task = prepared.tasks.find(({ task: { id } }) => id === each.taskId);
      if (!task) return [];
      const explanation = explainTask(task, each, hardware);
      return [{ ...explanation, metrics: each.metrics, boundBy: each.boundBy }];
    }),
    limits,
    powerWatts: plan?.powerWatts ?? null,
    totalCostUsd: plan?.cost.totalUsd ?? null,
    reasons: limits.filter(({ pass }) => !pass).map(({ message }) => message),
    warnings: prepared.warnings,
  };
}
