import type { Catalog } from "../catalog/types.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Candidate } from "../report/types.ts";
import type { ExplainResult } from "../report/explain-types.ts";
import { resultOf, type EvaluateOptions } from "./evaluate.ts";
import { clauses } from "./clause.ts";
import { explainTask } from "./explain-task.ts";
import { indexHardware } from "./hardware.ts";
import { explainSearch } from "./training-search/explain-search.ts";
import { flipsInFavourOf } from "./what-if/flips.ts";
import { relaxation } from "./what-if/relax.ts";
import { begin, rankNow, type Start } from "./what-if/start.ts";

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
  const start = begin(workload, catalog);
  const result = resultOf(start, options);
  const candidate = result.candidates.find(({ id }) => id === chipId);
  const chip = catalog.chips.find(({ id }) => id === chipId);
  if (!candidate || !chip) throw new Error(`no chip ${chipId} in the catalogue`);
  const hardware = indexHardware(catalog).of(chip, workload.constraints.stacks);
  const { tasks } = start.prepared;
  const plans = candidate.plan?.tasks ?? [];
  const searches = plans.flatMap((plan) => {
    const prepared = tasks.find(({ task }) => task.id === plan.taskId);
    return prepared ? explainSearch(prepared, hardware) : [];
  });
  return {
    schemaVersion: 1,
    tool: result.tool,
    workload: { name: workload.name },
    candidate: {
      ...candidate,
      limits: candidate.limits.map(clauses(workload, options.lineOf)),
      ...relaxed(start, candidate),
    },
    ...wins(start, candidate),
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

/** What would let an excluded candidate take part. */
function relaxed(start: Start, { id, feasible }: Candidate): Pick<Candidate, "relaxation"> {
  const entry = start.examined.find(({ chip }) => chip.id === id);
  if (feasible || entry === undefined) return {};
  return { relaxation: relaxation(start, entry) };
}

/** What would make a candidate of a lower rank the first. */
function wins(start: Start, { id, rank }: Candidate): Pick<ExplainResult, "wouldWin"> {
  if (rank === null || rank === 1) return {};
  return { wouldWin: flipsInFavourOf(start, rankNow(start), id) };
}
