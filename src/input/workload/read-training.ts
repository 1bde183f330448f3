import type { Thing } from "../../units/quantity.ts";
import type { TaskCommon, TrainingTask } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { choiceAt, fieldsAt, has, pathOf, present, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";

const UNITS = {
  tokens: ["token"],
  samples: ["sample", "frame"],
} as const satisfies Record<string, readonly Thing[]>;

/** What a training or fine-tuning task adds to the common part. */
export function readTraining(
  context: Context,
  task: Fields,
  kind: TrainingTask["kind"],
): Omit<TrainingTask, keyof TaskCommon> {
  const unit = readUnit(context, task);
  const things = { things: UNITS[unit] };
  const once = quantityAt(context, task, unit, BOUNDS.trainingWork, things);
  const epochs = quantityAt(context, task, "epochs", BOUNDS.epochs, { things: ["other"] }) ?? 1;
  const deadlineSeconds = quantityAt(context, task, "within", BOUNDS.trainingDeadline) ?? 1;
  const sequence = quantityAt(context, task, "sequence", BOUNDS.sequence, things);
  const globalBatch = quantityAt(context, task, "globalBatch", BOUNDS.globalBatch, things);
  if (unit === "tokens" && has(task, "tokens") && !has(task, "sequence")) {
    report(context, pathOf(task, "tokens"), {
      code: "CS1102",
      message: "training on tokens needs the length of a sequence",
      help: 'add "sequence: 4096"',
      part: "key",
    });
  }
  const totalTokens = (once ?? 1) * epochs;
  if (once !== null && globalBatch !== null) {
    checkSizes(context, task, { unit, totalTokens, sequence, globalBatch });
  }
  return {
    kind,
    totalTokens,
    deadlineSeconds,
    sequenceLength: sequence ?? 1,
    globalBatchTokens: globalBatch ?? 1,
    trainableShare: kind === "fine-tuning" ? readTrainableShare(context, task) : 1,
  };
}

function readUnit(context: Context, task: Fields): keyof typeof UNITS {
  const given = present(task, ["tokens", "samples"]);
  if (given.length !== 1) {
    const [place = "kind"] = given.toReversed();
    report(context, pathOf(task, place), {
      code: "CS1108",
      message:
        given.length === 0
          ? "a training task needs the size of its data set"
          : "the data set is given in tokens and in samples",
      help: 'give one of them: "tokens: 300 B" (language models) or "samples: 1.28 M"',
      part: "key",
    });
  }
  return given[0] ?? "tokens";
}

interface Sizes {
  unit: string;
  totalTokens: number;
  sequence: number | null;
  globalBatch: number;
}

function checkSizes(context: Context, task: Fields, sizes: Sizes): void {
  const { unit, totalTokens, sequence, globalBatch } = sizes;
  const fault = (message: string, help: string): void =>
    report(context, pathOf(task, "globalBatch"), { code: "CS1410", message, help });
  if (globalBatch > totalTokens) {
    fault(
      `one step takes ${globalBatch} ${unit}, but the whole run has ${totalTokens}`,
      "the global batch is the work of one optimizer step",
    );
  } else if (unit === "tokens" && sequence !== null && globalBatch < sequence) {
    fault(
      `one step takes ${globalBatch} tokens, less than one sequence of ${sequence}`,
      "globalBatch counts tokens: sequences per step × sequence length",
    );
  }
}

function readTrainableShare(context: Context, task: Fields): number {
  const adapter = fieldsAt(task, "adapter");
  const method = choiceAt(adapter, "method", ["full", "lora"], "full");
  const share = quantityAt(context, adapter, "trainable", BOUNDS.trainableShare);
  if (method === "lora" && !has(adapter, "trainable")) {
    report(context, pathOf(adapter, "method"), {
      code: "CS1102",
      message: "an adapter needs its share of trainable parameters",
      help: 'add "trainable: 0.5 %" (rank 16 on all projections of a 7B model is about 0.6 %)',
    });
  }
  if (method === "full" && share !== null && share < 1) {
    report(context, pathOf(adapter, "trainable"), {
      code: "CS1107",
      message: "full fine-tuning trains all parameters",
      help: "remove the share, or set method: lora",
    });
  }
  return method === "full" ? 1 : (share ?? 1);
}
