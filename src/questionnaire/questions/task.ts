import { isMapping, type Mapping } from "../../input/mapping.ts";
import type { Path } from "../../input/path.ts";
import { valueAt, withoutValue, withValue } from "../document.ts";
import { put, question, YES_OR_NO } from "../make-question.ts";
import { NONE, type Answer, type Choice, type Question, type Situation } from "../question.ts";
import { scaleQuantity } from "../scale-quantity.ts";
import { loadQuestions } from "./load.ts";
import { precisionQuestion } from "./precision.ts";
import type { TaskPlace } from "./task-place.ts";

/** Questions about one task: the model, its load, lengths, latency, number formats; or the training run. */
export function taskQuestions(task: TaskPlace): readonly Question[] {
  const precision = precisionQuestion(task);
  return task.training
    ? [modelQuestion(task), ...trainingQuestions(task), precision]
    : [
        modelQuestion(task),
        ...loadQuestions(task),
        ...requestQuestions(task),
        ...servingQuestions(task),
        precision,
      ];
}

/** Models of the same kind as the scenario's, so that its other figures still mean something; or a file. */
function modelQuestion(task: TaskPlace): Question {
  const path: Path = [...task.path, "model"];
  return question({
    ...task.named("model"),
    kind: "search",
    stage: "opening",
    path,
    when: ({ document }) => typeof valueAt(document, path) === "string",
    default: ({ document }) => stringAt(document, path),
    choices: (situation) => modelChoices(situation, path),
    free: isFile,
    write: (document, answer) =>
      typeof answer === "string" && isFile(answer)
        ? withValue(document, path, { huggingFace: answer })
        : put(document, path, answer),
  });
}

const isFile = (text: string): boolean => text.endsWith(".json");

function modelChoices({ facts, document }: Situation, path: Path): readonly Choice[] {
  const usual = stringAt(document, path);
  const kind = facts.models.find(({ id }) => id === usual)?.kind;
  const models = facts.models.filter((model) => kind === undefined || model.kind === kind);
  return models.map(({ id, name }) => ({ value: id, name: `${name} (${id})` }));
}

function requestQuestions(task: TaskPlace): Question[] {
  const length = (text: "inputTokens" | "outputTokens", key: "input" | "output"): Question => {
    const path: Path = [...task.path, key, "mean"];
    return question({
      ...task.named(text),
      kind: "text",
      stage: "further",
      path,
      spread: 2,
      upward: task.several,
      when: ({ document }) => valueAt(document, path) !== undefined,
      write: (document, answer) => withLength(document, path, answer),
    });
  };
  const latency = (text: "timeToFirstToken" | "timePerOutputToken" | "endToEnd"): Question => {
    const path: Path = [...task.path, "latency", text];
    return question({
      ...task.named(text),
      kind: "text",
      stage: "further",
      path: [...path, "max"],
      optional: true,
      spread: 2,
      when: ({ document }) => hasLatency(document, task.path, text),
      write: (document, answer) => withLatency(document, path, answer),
    });
  };
  return [
    length("inputTokens", "input"),
    length("outputTokens", "output"),
    latency("timeToFirstToken"),
    latency("timePerOutputToken"),
    latency("endToEnd"),
    question({
      ...task.named("steps"),
      kind: "text",
      stage: "further",
      path: [...task.path, "steps"],
      spread: 1.5,
      when: ({ document }) => valueAt(document, [...task.path, "steps"]) !== undefined,
    }),
  ];
}

/** What serving engines may do for language models; each can change how many chips a conversation takes. */
function servingQuestions(task: TaskPlace): Question[] {
  const path: Path = [...task.path, "prefixCache", "hitRate"];
  const answers = ({ document, facts }: Situation): boolean => {
    const model = stringAt(document, [...task.path, "model"]);
    return facts.models.find(({ id }) => id === model)?.kind === "decoder";
  };
  return [
    question({
      ...task.named("prefixCache"),
      kind: "text",
      stage: "further",
      path,
      optional: true,
      when: answers,
      plausible: ({ document }) => (valueAt(document, path) === undefined ? ["50 %"] : [NONE]),
    }),
    question({
      ...task.named("disaggregation"),
      stage: "further",
      path: [...task.path, "disaggregation"],
      ...YES_OR_NO,
      otherwise: "false",
      when: answers,
    }),
  ];
}

function trainingQuestions(task: TaskPlace): Question[] {
  const asked = (
    text: "tokens" | "epochs" | "trainingTime" | "sequence" | "globalBatch",
    stage: Question["stage"],
    more: { otherwise?: string } = {},
  ): Question => {
    const path: Path = [...task.path, text === "trainingTime" ? "within" : text];
    return question({ ...task.named(text), ...more, kind: "text", stage, path, spread: 2 });
  };
  return [
    asked("tokens", "opening"),
    asked("epochs", "review", { otherwise: "1" }),
    asked("trainingTime", "opening"),
    asked("sequence", "further"),
    asked("globalBatch", "further"),
  ];
}

function stringAt(document: Mapping, path: Path): string | null {
  const value = valueAt(document, path);
  return typeof value === "string" ? value : null;
}

/** The tail of a distribution keeps its distance from the mean. */
function withLength(document: Mapping, path: Path, answer: Answer): Mapping {
  const meanBefore = Number(valueAt(document, path));
  const tailPath = [...path.slice(0, -1), "p95"];
  const tail = Number(valueAt(document, tailPath));
  const changed = put(document, path, answer);
  const mean = Number(valueAt(changed, path));
  if (changed === document || !(meanBefore > 0) || !(tail > 0) || !(mean > 0)) return changed;
  const scaled = scaleQuantity(String(tail), mean / meanBefore);
  return withValue(changed, tailPath, Math.ceil(Number(scaled)));
}

/** Language models have a first and further tokens; other models answer at once. */
function hasLatency(document: Mapping, path: Path, limit: string): boolean {
  const task = valueAt(document, path);
  if (!isMapping(task) || Object.hasOwn(task, "volume")) return false;
  if (valueAt(task, ["latency", limit]) !== undefined) return true;
  const speaks = valueAt(task, ["output"]) !== undefined;
  return limit === "endToEnd" || speaks;
}

/** A limit holds for the percentile that the scenario names, else for the 95th. */
function withLatency(document: Mapping, path: Path, answer: Answer): Mapping {
  if (answer === NONE) return withoutValue(document, path);
  const known = valueAt(document, path) !== undefined;
  const changed = put(document, [...path, "max"], answer);
  return known ? changed : withValue(changed, [...path, "percentile"], 95);
}
