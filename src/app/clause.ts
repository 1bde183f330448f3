import type { LineOf } from "../input/line-finder.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import { FigureCheck } from "../planner/figure-check.ts";
import type { LimitCheck } from "../planner/types.ts";

/** Where in a workload file a limit stands that is not about a task. Limits that no file sets have no place. */
const PLACES: Readonly<Record<string, string>> = {
  place: "scenario.place",
  "task-support": "demand.tasks",
  vendor: "constraints.vendors",
  class: "constraints.classes",
  chip: "constraints.chips",
  stack: "constraints.stacks",
  "form-factor": "constraints.formFactors",
  safety: "constraints.safety",
  export: "constraints.export",
  "available-by": "constraints.availableBy",
  "still-made": "constraints.usedHardware",
  "chip-power": "constraints.chipPower",
  estimates: "constraints.allowEstimates",
  capital: "budget.capital",
  monthly: "budget.monthly",
  "per-unit": "budget.perUnit",
  power: "budget.power",
  "max-chips": "scalability.maxChips",
};

const OF_TASK: Readonly<Record<string, string | ((task: Task) => string)>> = {
  "time-to-first-token": "latency.timeToFirstToken",
  "time-per-output-token": "latency.timePerOutputToken",
  "end-to-end": "latency.endToEnd",
  deadline: "within",
  precision: "precision",
  memory: "model",
  throughput: (task) => (task.kind === "inference" ? task.load.kind : "within"),
};

/** The clause of the workload file that sets a limit (`budget.monthly`), by the limit's id; null when no clause does. */
export function clauseOf(limitId: string, { tasks }: Pick<Workload, "tasks">): string | null {
  const place = PLACES[limitId];
  if (place !== undefined) return place;
  const index = tasks.findIndex(({ id }) => limitId.startsWith(`${id}.`));
  const task = tasks[index];
  if (task === undefined) return null;
  const key = OF_TASK[limitId.slice(task.id.length + 1)];
  if (key === undefined) return null;
  return `demand.tasks[${index}].${typeof key === "function" ? key(task) : key}`;
}

/** Adds to a limit the clause that sets it, and its line where the file is known. */
export type WithClause = (limit: LimitCheck) => LimitCheck;

export function clauses(workload: Workload, lineOf: LineOf | undefined): WithClause {
  const known = new Map<string, Pick<LimitCheck, "path" | "line">>();
  return (limit) => {
    let clause = known.get(limit.id);
    if (clause === undefined) {
      const path = clauseOf(limit.id, workload);
      const line = path === null ? null : (lineOf?.(path) ?? null);
      clause = { ...(path === null ? {} : { path }), ...(line === null ? {} : { line }) };
      known.set(limit.id, clause);
    }
    return limit instanceof FigureCheck ? limit.setBy(clause) : { ...limit, ...clause };
  };
}
