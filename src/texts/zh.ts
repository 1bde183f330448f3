import { CHOICES } from "./zh/choices.ts";
import { CRITERIA } from "./zh/criteria.ts";
import { SCENARIOS } from "./zh/scenarios.ts";
import { TALK } from "./zh/talk.ts";
import { TASK_QUESTIONS } from "./zh/task-questions.ts";
import { WORKLOAD_QUESTIONS } from "./zh/workload-questions.ts";
import type { Texts } from "./texts.ts";

/** Chinese texts. Names of fields, units and commands stay as they are written in a workload file. */
export const ZH: Texts = {
  ...SCENARIOS,
  questions: { ...TASK_QUESTIONS, ...WORKLOAD_QUESTIONS },
  ...CHOICES,
  ...CRITERIA,
  ...TALK,
};
