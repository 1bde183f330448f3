import type { Path } from "../../input/path.ts";
import { valueAt, withValue } from "../document.ts";
import { question } from "../make-question.ts";
import type { Question } from "../question.ts";
import type { TaskPlace } from "./task-place.ts";

/** Formats that an answer accepts, narrowest first: the planner takes the one that serves best. */
const SERVING: Readonly<Record<string, readonly string[]>> = {
  "16-bit": ["bf16", "fp16"],
  "8-bit": ["fp8", "int8", "bf16", "fp16"],
  "4-bit": ["fp4", "int4", "fp8", "int8", "bf16", "fp16"],
};

/** Training in integers is not done. */
const TRAINING: Readonly<Record<string, readonly string[]>> = {
  "16-bit": ["bf16"],
  "8-bit": ["fp8", "bf16"],
};

const SAME = "scenario";

/** How narrow the numbers may be; the scenario's own choice is reasoned for its model. */
export function precisionQuestion(task: TaskPlace): Question {
  const path: Path = [...task.path, "precision"];
  const formats = task.training ? TRAINING : SERVING;
  return question({
    ...task.named("precision"),
    kind: "choice",
    stage: "further",
    path,
    choices: () => [SAME, ...Object.keys(formats)].map((value) => ({ value, name: null })),
    default: () => SAME,
    plausible: ({ document }) => {
      const narrow = /fp8|int8|fp4|int4/u.test(JSON.stringify(valueAt(document, path)) ?? "");
      return [narrow ? "16-bit" : "8-bit"];
    },
    write: (document, answer) => {
      const list = typeof answer === "string" ? formats[answer] : undefined;
      if (list === undefined) return document;
      // Four bits serve for weights alone.
      const activations = list.filter((format) => !format.endsWith("4"));
      const cached = valueAt(document, [...path, "cache"]) !== undefined;
      const roles = { weights: list, activations, ...(cached ? { cache: activations } : {}) };
      return withValue(document, path, roles);
    },
  });
}
