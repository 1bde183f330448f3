import { BYTES_PER_ELEMENT, PRECISIONS } from "../../units/precision.ts";
import type { Precision } from "../../units/precision.ts";
import { isMapping } from "../mapping.ts";
import type { PrecisionChoice } from "../workload-types.ts";
import { fieldsAt, has, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";

const HALF: readonly Precision[] = ["bf16", "fp16"];
const TRAINING: readonly Precision[] = ["bf16"];
/** That an optimizer's moments are kept in. */
const MOMENTS: readonly Precision[] = ["fp32", "bf16", "fp16", "fp8", "int8"];

/**
 * Formats that a task accepts. One format or list stands for all three roles. Left out, activations take the formats of the
 * weights and, when those are narrower than 16 bits, the 16-bit ones too; the cache takes what of them is 16 bits or
 * wider. Defaults: bf16 and fp16 for inference, bf16 for training.
 */
export function readPrecision(
  context: Context,
  task: Fields,
  kind: "inference" | "training" | "fine-tuning",
): PrecisionChoice {
  const usual = kind === "inference" ? HALF : TRAINING;
  const choice = readChoice(task, usual);
  const narrowOnly = choice.weights.every((format) => !isWide(format));
  if (kind !== "inference" && narrowOnly && has(task, "precision")) {
    report(context, pathOf(task, "precision"), {
      code: "CS1411",
      message: `training in ${choice.weights.join(", ")} alone keeps no 16-bit master copy`,
      help: 'add a wider format, for example "precision: [fp8, bf16]"',
    });
  }
  return { ...choice, ...readOptimizer(context, task, kind) };
}

function readOptimizer(
  context: Context,
  task: Fields,
  kind: "inference" | "training" | "fine-tuning",
): Pick<PrecisionChoice, "optimizer"> {
  const roles = fieldsAt(task, "precision");
  const optimizer = formatsAt(roles, "optimizer");
  if (optimizer === null) return {};
  if (kind === "inference") {
    report(context, pathOf(roles, "optimizer"), {
      code: "CS1411",
      message: "inference has no optimizer",
      help: 'leave it out, or write "kind: training"',
    });
  }
  const strange = optimizer.filter((format) => !MOMENTS.includes(format));
  if (strange.length > 0) {
    report(context, pathOf(roles, "optimizer"), {
      code: "CS1411",
      message: `no optimizer keeps its moments in ${strange.join(", ")}`,
      help: `valid: ${MOMENTS.join(", ")}`,
    });
  }
  return { optimizer };
}

function readChoice(task: Fields, usual: readonly Precision[]): PrecisionChoice {
  if (!isMapping(task.values["precision"])) {
    const formats = formatsAt(task, "precision") ?? usual;
    return { weights: formats, activations: formats, cache: formats };
  }
  const roles = fieldsAt(task, "precision");
  const weights = formatsAt(roles, "weights") ?? usual;
  const activations = formatsAt(roles, "activations") ?? withWide(weights, usual);
  const wide = activations.filter(isWide);
  const cache = formatsAt(roles, "cache") ?? (wide.length > 0 ? wide : usual);
  return { weights, activations, cache };
}

function withWide(weights: readonly Precision[], usual: readonly Precision[]): Precision[] {
  const wide = weights.every(isWide) ? [] : usual;
  return [...new Set([...weights, ...wide])];
}

function isWide(format: Precision): boolean {
  return BYTES_PER_ELEMENT[format] >= 2;
}

function formatsAt(fields: Fields, key: string): Precision[] | null {
  const written = fields.values[key];
  const list: unknown[] = Array.isArray(written) ? written : [written];
  const formats = list.flatMap((name) => PRECISIONS.filter((precision) => precision === name));
  return formats.length === 0 ? null : formats;
}
