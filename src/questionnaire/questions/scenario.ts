import { isMapping } from "../../input/mapping.ts";
import { withValue } from "../document.ts";
import { asNames, question } from "../make-question.ts";
import { presetTasks } from "../preset-tasks.ts";
import type { Question } from "../question.ts";

/** The field of use; brings the figures of its example workload. The only question without a default. */
export const SCENARIO: Question = question({
  text: "scenario",
  kind: "search",
  stage: "opening",
  choices: ({ facts }) => facts.scenarios.map((value) => ({ value, name: null })),
  default: () => null,
  write: (document) => document,
});

/** Which of the scenario's models run side by side; asked where there are several. */
export const TASKS: Question = question({
  text: "tasks",
  kind: "many",
  stage: "opening",
  when: ({ preset }) => presetTasks(preset).length > 1,
  choices: ({ preset }) =>
    presetTasks(preset).map(({ id, model }) => ({
      value: id,
      name: model === null ? id : `${id} (${model})`,
    })),
  default: ({ preset }) => presetTasks(preset).map(({ id }) => id),
  fault: (answer) => (asNames(answer).length === 0 ? { key: "pickOne", values: {} } : null),
  write: (document, answer, { preset }) => {
    const kept = asNames(answer);
    const tasks = presetTasks(preset)
      .filter(({ id }) => kept.includes(id))
      .map(({ value }) => value);
    return isMapping(document["demand"])
      ? withValue(document, ["demand", "tasks"], tasks)
      : document;
  },
});
