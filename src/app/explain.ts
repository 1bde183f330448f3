import type { Catalog } from "../catalog/types.ts";
import type { Workload } from "../input/workload-types.ts";
import type { ExplainResult } from "../report/explain-types.ts";
import { evaluate, type EvaluateOptions } from "./evaluate.ts";
import { explainTask } from "./explain-task.ts";
import { indexHardware } from "./hardware.ts";
import { explainSearch } from "./training-search/explain-search.ts";
import { prepareWorkload } from "./resolve-models.ts";

/**
 * One candidate in depth, with its place among all the others.
 *
 * @throws Error when the catalogue has no such chip; ModelError as `evaluate`
 */
export function explainCandidate(
  workload: Workload,
  catalog: Catalog,
  chipId: string,
  options: EvaluateOptions,
): ExplainResult {
  const result = evaluate(workload, catalog, options);
  const candidate = result.candidates.find(({ id }) => id === chipId);
  const chip = catalog.chips.find(({ id }) => id === chipId);
  if (!candidate || !chip) throw new Error(`no chip ${chipId} in the catalogue`);
  const hardware = indexHardware(catalog).of(chip, workload.constraints.stacks);
  const { tasks } = prepareWorkload(workload, catalog);
  const plans = candidate.plan?.tasks ?? [];
  const searches = plans.flatMap((plan) => {
    const prepared = tasks.find(({ task }) => task.id === plan.taskId);
    return prepared ? explainSearch(prepared, hardware) : [];
  });
  return {
    schemaVersion: 1,
    tool: result.tool,
    workload: { name: workload.name },
    candidate,
    rankedCandidates: result.candidates.filter(({ rank }) => rank !== null).length,
    criteria: result.criteria,
    tasks: plans.flatMap((plan) => {
      const prepared = tasks.find(({ task }) => task.id === plan.taskId);
      return prepared ? [explainTask(prepared, plan, hardware)] : [];
    }),
    ...(searches.length > 0 ? { searches } : {}),
    notModelled: result.notModelled,
    warnings: result.warnings,
  };
}
