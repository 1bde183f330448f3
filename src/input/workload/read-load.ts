import type { Thing } from "../../units/quantity.ts";
import type { InferenceLoad, InferenceTask } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { choiceAt, fieldsAt, pathOf, present, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";

const LOADS = ["rate", "users", "frames", "volume"] as const;
const REQUESTS: readonly Thing[] = ["request", "frame", "sample"];

type LoadKey = (typeof LOADS)[number];
type Mode = InferenceTask["mode"];

const FITTING: Readonly<Record<Mode, readonly LoadKey[]>> = {
  interactive: ["rate", "users"],
  batch: ["volume", "rate"],
  streaming: ["frames"],
};

/** The one load of an inference task; a stand-in when none or several are given (reported). */
export function readLoad(context: Context, task: Fields): { load: InferenceLoad; mode: Mode } {
  const given = present(task, LOADS);
  const [first, second] = given;
  if (first === undefined) {
    report(context, pathOf(task, "kind"), {
      code: "CS1108",
      message: "this inference task has no load",
      help: 'add one of rate, users, frames or volume, for example "rate: 20 requests/s"',
      part: "key",
    });
  }
  if (second !== undefined) {
    report(context, pathOf(task, second), {
      code: "CS1108",
      message: `"${second}" is a second load beside "${String(first)}"`,
      help: "a task has one load: rate, users, frames or volume; give each its own task",
      part: "key",
    });
  }
  const load = READERS[first ?? "rate"](context, task);
  const usual = USUAL_MODE[first ?? "rate"];
  const mode = choiceAt(task, "mode", ["interactive", "batch", "streaming"], usual);
  const fitting = FITTING[mode];
  if (first !== undefined && second === undefined && !fitting.includes(first)) {
    report(context, pathOf(task, "mode"), {
      code: "CS1406",
      message: `a task in mode ${mode} takes no "${first}"`,
      help: `${mode} takes ${fitting.join(" or ")}; "${first}" fits mode ${modesOf(first).join(" or ")}`,
    });
  }
  return { load, mode };
}

/** The first mode that a load fits. */
const USUAL_MODE: Readonly<Record<LoadKey, Mode>> = {
  rate: "interactive",
  users: "interactive",
  frames: "streaming",
  volume: "batch",
};

function modesOf(load: LoadKey): string[] {
  return Object.entries(FITTING)
    .filter(([, loads]) => loads.includes(load))
    .map(([mode]) => mode);
}

const READERS: Readonly<Record<LoadKey, (context: Context, task: Fields) => InferenceLoad>> = {
  rate: (context, task) => ({
    kind: "rate",
    requestsPerSecond:
      quantityAt(context, task, "rate", BOUNDS.requestRate, { things: REQUESTS }) ?? 1,
  }),
  users: (context, task) => {
    const users = fieldsAt(task, "users");
    const concurrentUsers =
      quantityAt(context, users, "concurrent", BOUNDS.users, { things: ["other"] }) ?? 1;
    const thinkSeconds = quantityAt(context, users, "thinkTime", BOUNDS.thinkTime) ?? 0;
    return { kind: "users", concurrentUsers, thinkSeconds };
  },
  frames: (context, task) => {
    const frames = fieldsAt(task, "frames");
    const streams =
      quantityAt(context, frames, "streams", BOUNDS.streams, { things: ["other"] }) ?? 1;
    const things: readonly Thing[] = ["frame", "sample", "request"];
    const framesPerSecond = quantityAt(context, frames, "rate", BOUNDS.frameRate, { things }) ?? 1;
    return { kind: "frames", streams, framesPerSecond };
  },
  volume: (context, task) => {
    const volume = fieldsAt(task, "volume");
    const requests =
      quantityAt(context, volume, "requests", BOUNDS.requests, { things: REQUESTS }) ?? 1;
    const deadlineSeconds = quantityAt(context, volume, "within", BOUNDS.batchDeadline) ?? 1;
    return { kind: "volume", requests, deadlineSeconds };
  },
};
