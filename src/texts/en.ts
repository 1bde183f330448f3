import { CHOICES } from "./en/choices.ts";
import { CRITERIA } from "./en/criteria.ts";
import { SCENARIOS } from "./en/scenarios.ts";
import { TALK } from "./en/talk.ts";
import { TASK_QUESTIONS } from "./en/task-questions.ts";
import { WORKLOAD_QUESTIONS } from "./en/workload-questions.ts";

/** English texts. `{…}` is replaced; every other language has the same keys and replacements. */
export const EN = {
  ...SCENARIOS,
  questions: { ...TASK_QUESTIONS, ...WORKLOAD_QUESTIONS },
  ...CHOICES,
  ...CRITERIA,
  ...TALK,
} as const;
