import type { Model } from "../../catalog/types.ts";
import { phasesOf } from "../../planner/candidate.ts";
import { allowedStacks } from "./allowed-stacks.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";

/** Each task needs an allowed stack that does its kind of work; different tasks may run on different stacks. Always checked. */
export const taskSupport: Constraint = {
  id: "task-support",
  title: "Software for the tasks",
  check({ chip, stacks, workload, models }) {
    const usable = allowedStacks(stacks, workload.constraints.stacks);
    const needs = workload.tasks.map((task) => ({
      task,
      phases: phasesOf(task, modelOf(models, task.id)),
    }));
    const unserved = needs.filter(
      ({ phases }) => !usable.some((stack) => phases.some((phase) => stack.phases.includes(phase))),
    );
    const pass = unserved.length === 0;
    const names = usable.map(({ id }) => id).join(", ") || "none";
    return propertyCheck(this, {
      limit: [...new Set(needs.flatMap(({ phases }) => phases.slice(0, 1)))].join(", "),
      value: names,
      pass,
      message: pass
        ? `Every task has a software stack on ${chip.name} (${names}).`
        : `${chip.name} has no stack for ${unserved
            .map(({ task, phases }) => `task ${task.id} (needs ${phases.join(" or ")})`)
            .join(", ")}; its usable stacks: ${names}.`,
    });
  },
};

function modelOf(models: ReadonlyMap<string, Model>, taskId: string): Model {
  const model = models.get(taskId);
  if (model === undefined) throw new Error(`no model was given for task ${taskId}`);
  return model;
}
