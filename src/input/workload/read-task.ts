import type { InferenceTask, ModelReference, Task } from "../workload-types.ts";
import { isMapping } from "../mapping.ts";
import { BOUNDS } from "./bounds.ts";
import { choiceAt, has, pathOf, report, textAt } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";
import { readCompressions } from "./read-compression.ts";
import { readDecoding } from "./read-decoding.ts";
import { readLatency } from "./read-latency.ts";
import { readLength } from "./read-length.ts";
import { readLoad } from "./read-load.ts";
import { readModelReference } from "./read-model-reference.ts";
import { readPrecision } from "./read-precision.ts";
import { readTraining } from "./read-training.ts";

/** All tasks of `demand.tasks`; ids that are left out are `task-1`, `task-2`, … by position. */
export function readTasks(context: Context, demand: Fields): Task[] {
  const list = demand.values["tasks"];
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return list.flatMap((values: unknown, index) => {
    if (!isMapping(values)) return [];
    const fields = { path: [...pathOf(demand, "tasks"), index], values };
    const task = readTask(context, fields, `task-${index + 1}`);
    if (task === null) return [];
    if (seen.has(task.id)) {
      report(context, pathOf(fields, "id"), {
        code: "CS1405",
        message: `another task has the id "${task.id}"`,
        help: "give each task its own id",
      });
    }
    seen.add(task.id);
    return [task];
  });
}

function readTask(context: Context, fields: Fields, usualId: string): Task | null {
  const kind = choiceAt(fields, "kind", ["inference", "training", "fine-tuning"], null);
  const model = readModelReference(context, fields, "model");
  const compression = readCompressions(context, fields);
  if (kind === null) return null;
  const common = {
    id: textAt(fields, "id") ?? usualId,
    model,
    precision: readPrecision(context, fields, kind),
    compression,
  };
  return kind === "inference"
    ? readInference(context, fields, common)
    : { ...common, ...readTraining(context, fields, kind) };
}

function readInference(
  context: Context,
  fields: Fields,
  common: Pick<InferenceTask, "id" | "model" | "precision" | "compression">,
): InferenceTask {
  const { load, mode } = readLoad(context, fields);
  const inputLength = readLength(context, fields, "input");
  const outputLength = readLength(context, fields, "output");
  requireLengths(context, fields, common.model);
  return {
    ...common,
    kind: "inference",
    mode,
    load,
    inputLength,
    outputLength,
    latency: readLatency(context, fields, mode, outputLength),
    steps: quantityAt(context, fields, "steps", BOUNDS.steps, { things: ["other"] }),
    ...readDecoding(context, fields),
  };
}

/** A language model's work is set by its token counts, so they have no default. */
function requireLengths(context: Context, fields: Fields, model: ModelReference): void {
  const needs = lengthsOf(context, model);
  const missing = (["input", "output"] as const).filter((key) => needs[key] && !has(fields, key));
  for (const key of missing) {
    const of = key === "input" ? "a request" : "an answer";
    report(context, pathOf(fields, "model"), {
      code: "CS1102",
      message: `this model needs "${key}", the tokens of ${of}`,
      help: `add "${key}: {mean: 500, p95: 1500}"`,
    });
  }
}

function lengthsOf(context: Context, model: ModelReference): { input: boolean; output: boolean } {
  if (model.kind === "hugging-face") return { input: true, output: true };
  if (model.kind === "inline") {
    const decodes = model.profile["kind"] === "decoder";
    return { input: decodes, output: decodes };
  }
  return context.known.tokenLengths?.get(model.id) ?? { input: false, output: false };
}
