import type { Model } from "../catalog/types.ts";
import type { AccuracyRisk, Compression, PrecisionChoice, Task } from "../input/workload-types.ts";
import { lowerModel } from "../workload/lower-model.ts";
import type { Program } from "../workload/program.ts";
import { rememberSteps } from "../workload/remember.ts";
import { lowerTraining, type TrainingProgram } from "../workload/training-program.ts";
import { devicesFor, type CandidateHardware } from "./candidate.ts";
import { formatOptions, type FormatOption } from "./format-options.ts";
import { failed } from "./limits.ts";
import { generativeWays } from "./plan-generative.ts";
import { oneShotWays } from "./plan-one-shot.ts";
import { trainingWay } from "./plan-training.ts";
import { formatQuantity } from "../units/format.ts";
import { pruneProgram } from "./prune.ts";
import { rivalOf } from "./stack-choice.ts";
import { NO_PINS, type Pins } from "./pins.ts";
import { cheapest, type TaskOutcome, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";
import type { Bound, LimitCheck } from "./types.ts";

/** A task with its model and every smaller model that may stand in for it, lowered once for all chips. */
export interface PreparedTask {
  task: Task;
  model: Model;
  variants: readonly TaskVariant[];
}

export interface TaskVariant {
  model: Model;
  program: Program | TrainingProgram;
  /** Names of the compressions in use, for the report. */
  compression: readonly string[];
  accuracyRisk: AccuracyRisk;
  /** Share of the work that chips with 2:4 sparse units skip; 0 without. */
  sparseShare: number;
}

/** `models` are the models of the task's distillations, in their order. */
export function prepareTask(task: Task, model: Model, distilled: readonly Model[]): PreparedTask {
  const variants = [variant(task, model, null)];
  let next = 0;
  for (const compression of task.compression) {
    if (compression.kind === "distillation") {
      const smaller = distilled[next++];
      if (smaller) variants.push(variant(task, smaller, compression));
    } else {
      variants.push(variant(task, model, compression));
    }
  }
  return { task, model, variants };
}

function variant(task: Task, model: Model, compression: Compression | null): TaskVariant {
  const program =
    task.kind === "inference" ? rememberSteps(lowerModel(model, task.steps)) : lowerTraining(model);
  if (!compression) {
    return { model, program, compression: [], accuracyRisk: "none", sparseShare: 0 };
  }
  if (compression.kind === "distillation") {
    const name = `distilled to ${model.name}`;
    const { accuracyRisk } = compression;
    return { model, program, compression: [name], accuracyRisk, sparseShare: 0 };
  }
  const { pattern, share, accuracyRisk } = compression;
  return {
    model,
    program: "kind" in program ? rememberSteps(pruneProgram(program, pattern, share)) : program,
    compression: [`pruned ${pattern} ${Math.round(share * 100)} %`],
    accuracyRisk,
    sparseShare: pattern === "2:4" ? share : 0,
  };
}

/** A task on one kind of chip: every way to run it, whatever the demand, or why there is none. */
export interface ExploredTask {
  prepared: PreparedTask;
  ways: readonly Way[];
  failure: { limits: readonly LimitCheck[]; boundBy: Bound | null };
}

/** Looks for the ways once; they serve every demand. */
export function exploreTask(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  pins: Pins = NO_PINS,
): ExploredTask {
  const formats = optionsFor(prepared, hardware, pins);
  if (formats.length === 0) {
    const limits = [formatFailure(prepared, hardware)];
    return { prepared, ways: [], failure: { limits, boundBy: null } };
  }
  return {
    prepared,
    ways: [...allWays(prepared, hardware, formats, pins)],
    failure: {
      limits: [memoryFailure(prepared, hardware, formats)],
      boundBy: "memory-capacity",
    },
  };
}

/** Stacks and number formats in which the chip may run the task. */
export function optionsFor(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  pins: Pins,
): readonly FormatOption[] {
  const { task } = prepared;
  const devices = devicesFor(hardware, task, prepared.model).filter(
    ({ stack }) => pins.stackId === null || stack.id === pins.stackId,
  );
  const asked = formatsAsked(prepared, pins);
  const rival = task.kind === "inference" ? rivalOf(devices) : null;
  return [...formatOptions(devices, asked), ...(rival ? formatOptions([rival], asked) : [])];
}

/** The cheapest of the ways at `demandFactor` times today's demand. */
export function sizeTask(explored: ExploredTask, demandFactor: number): TaskOutcome {
  const { feasible, nearestMiss } = cheapest(explored.ways, demandFactor);
  if (feasible || nearestMiss) return { feasible, nearestMiss, failure: [], boundBy: null };
  const { limits, boundBy } = explored.failure;
  return { feasible: null, nearestMiss: null, failure: limits, boundBy };
}

/** The cheapest way to run one task on one kind of chip, at `demandFactor` times today's demand. */
export function planTask(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  demandFactor: number,
  pins: Pins = NO_PINS,
): TaskOutcome {
  return sizeTask(exploreTask(prepared, hardware, pins), demandFactor);
}

function formatFailure({ task }: PreparedTask, hardware: CandidateHardware): LimitCheck {
  const { weights, activations } = task.precision;
  const asked = `weights ${weights.join(" or ")}, activations ${activations.join(" or ")}`;
  const message = `${task.id}: ${hardware.chip.name} and its stacks run none of the allowed formats (${asked}).`;
  return failed(`${task.id}.precision`, `${task.id}: number formats`, message);
}

function pinnedPrecision(pins: Pins): PrecisionChoice | null {
  const { precision } = pins;
  if (!precision) return null;
  const { weights, activations, cache } = precision;
  return { weights: [weights], activations: [activations], cache: [cache] };
}

/** Only models that generate token by token have a cache whose format matters. */
function formatsAsked({ task, variants }: PreparedTask, pins: Pins): PrecisionChoice {
  const asked = pinnedPrecision(pins) ?? task.precision;
  const caches = variants.some(({ program }) => "kind" in program && program.kind === "generative");
  return caches ? asked : { ...asked, cache: asked.cache.slice(0, 1) };
}

function* allWays(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  formats: readonly FormatOption[],
  pins: Pins,
): Generator<Way> {
  const { task } = prepared;
  for (const each of prepared.variants) {
    if (each.sparseShare > 0 && !hardware.chip.structuredSparsity) continue;
    const head: TaskPlanHead = {
      taskId: task.id,
      modelId: each.model.id,
      compression: each.compression,
      accuracyRisk: each.accuracyRisk,
    };
    for (const option of formats) {
      const { program } = each;
      if (task.kind !== "inference") {
        if (!("kind" in program)) yield trainingWay(task, program, option, head, pins);
      } else if ("kind" in program && program.kind === "generative") {
        yield* generativeWays(task, program, option, head, pins);
      } else if ("kind" in program) {
        yield* oneShotWays(task, program, option, head, pins);
      }
    }
  }
}

/** Says how much the smallest variant needs and how much the chips of one scale-up domain have. */
function memoryFailure(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  formats: readonly FormatOption[],
) {
  const { task } = prepared;
  const weights = prepared.variants.map(({ program }) =>
    "kind" in program ? program.weightElements : program.parameters,
  );
  const perElement = Math.min(...formats.map((option) => option.formats.weightBytes));
  // Training keeps weights, gradients and optimizer states: 16 bytes a parameter (Rajbhandari et al. 2020).
  const bytes = Math.min(...weights) * (task.kind === "inference" ? perElement : 16);
  const usable = Math.max(...formats.map((option) => option.device.usableMemoryBytes));
  const chips = Math.max(...formats.map((option) => option.device.scaleUp?.chips ?? 1));
  return tooLarge(task.id, bytes, usable, chips, hardware.chip.name);
}

function tooLarge(taskId: string, bytes: number, usable: number, chips: number, name: string) {
  const limit = usable * chips;
  return {
    id: `${taskId}.memory`,
    title: `${taskId}: memory`,
    limit,
    value: bytes,
    unit: "B",
    pass: false,
    shortfall: Math.max(0, bytes - limit),
    message: `${taskId}: the model needs ${formatQuantity(bytes, "bytes")} and room to work; ${
      chips === 1 ? `one ${name} has` : `${chips} joined ${name} have`
    } ${formatQuantity(limit, "bytes")} usable.`,
  };
}
