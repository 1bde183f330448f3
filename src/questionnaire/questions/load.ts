import { isMapping, type Mapping } from "../../input/mapping.ts";
import type { Path } from "../../input/path.ts";
import { valueAt, withValue } from "../document.ts";
import { answered, question } from "../make-question.ts";
import { LOADS, type Load } from "../preset-tasks.ts";
import type { Question, Situation } from "../question.ts";
import type { TaskPlace } from "./task-place.ts";

/** A load to start from where the scenario's example measures the work in another way. */
const STARTS: Readonly<Record<Load, unknown>> = {
  rate: "1 requests/s",
  users: { concurrent: 100, thinkTime: "20 s" },
  frames: { streams: 1, rate: "30 fps" },
  volume: { requests: "1 M", within: "24 h" },
};

/** How the work is measured, and how much of it there is. */
export function loadQuestions(task: TaskPlace): Question[] {
  const at = (...rest: Path): Path => [...task.path, ...rest];
  const kind = question({
    ...task.named("load"),
    kind: "choice",
    // Visitors are counted by the second or by the head; frames and files count themselves.
    stage: task.several || task.load === "frames" || task.load === "volume" ? "review" : "opening",
    values: [...LOADS],
    default: ({ document }) => loadOf(document, task.path),
    write: (document, answer) => withLoad(document, task.path, answer),
  });
  const shown =
    (load: Load) =>
    (situation: Situation): boolean =>
      answered(kind, situation) === load;
  const { several: upward } = task;
  const amount = { kind: "text", stage: task.stage, spread: 2, upward } as const;
  const further = { kind: "text", stage: "further", spread: 2, upward } as const;
  return [
    kind,
    question({ ...amount, ...task.named("rate"), path: at("rate"), when: shown("rate") }),
    question({
      ...amount,
      ...task.named("users"),
      path: at("users", "concurrent"),
      when: shown("users"),
    }),
    question({
      ...further,
      ...task.named("thinkTime"),
      path: at("users", "thinkTime"),
      otherwise: "0 s",
      when: shown("users"),
    }),
    question({
      ...further,
      ...task.named("streams"),
      path: at("frames", "streams"),
      otherwise: "1",
      when: shown("frames"),
    }),
    question({
      ...amount,
      ...task.named("frameRate"),
      path: at("frames", "rate"),
      when: shown("frames"),
    }),
    question({
      ...amount,
      ...task.named("requests"),
      path: at("volume", "requests"),
      when: shown("volume"),
    }),
    question({
      ...further,
      ...task.named("jobTime"),
      path: at("volume", "within"),
      when: shown("volume"),
    }),
  ];
}

function loadOf(document: Mapping, path: Path): Load | null {
  const task = valueAt(document, path);
  return LOADS.find((load) => isMapping(task) && Object.hasOwn(task, load)) ?? null;
}

/** A task has one load; the mode follows from it, and limits on latency go with the person who waited. */
function withLoad(document: Mapping, path: Path, answer: unknown): Mapping {
  const load = LOADS.find((known) => known === answer);
  const task = valueAt(document, path);
  if (load === undefined || !isMapping(task) || Object.hasOwn(task, load)) return document;
  const gone = new Set<string>([...LOADS, "mode", ...(load === "volume" ? ["latency"] : [])]);
  const kept = Object.entries(task).filter(([key]) => !gone.has(key));
  return withValue(document, path, { ...Object.fromEntries(kept), [load]: STARTS[load] });
}
