import type { PrecisionChoice, Task, TrainingTask } from "../input/workload-types.ts";
import { atClock } from "../simulation/clock.ts";
import type { Device } from "../simulation/device.ts";
import { stateBytes } from "../simulation/training-states.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import { UNSHARDED } from "../workload/types.ts";
import { devicesFor, type CandidateHardware } from "./candidate.ts";
import { formatOptions, type FormatOption } from "./format-options.ts";
import { failed } from "./limits.ts";
import { generativeWays } from "./plan-generative.ts";
import { oneShotWays } from "./plan-one-shot.ts";
import { trainingWay } from "./plan-training.ts";
import { formatQuantity } from "../units/format.ts";
import type { PreparedTask } from "./prepare-task.ts";
import { rivalOf } from "./stack-choice.ts";
import { NO_PINS, type Pins } from "./pins.ts";
import { optimizerFormats } from "./training/optimizer-formats.ts";
import { cheapest, type TaskOutcome, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";
import type { Bound, LimitCheck } from "./types.ts";

/** A task on one kind of chip: every way to run it, whatever the demand, or why there is none. */
export interface ExploredTask {
  prepared: PreparedTask;
  /** Fewest chips first. */
  ways: readonly Way[];
  /** Asked only where no way can be sized: most chips have one. */
  failure: () => { limits: readonly LimitCheck[]; boundBy: Bound | null };
}

/** Looks for the ways once; they serve every demand. */
export function exploreTask(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  pins: Pins = NO_PINS,
): ExploredTask {
  const formats = optionsFor(prepared, hardware, pins);
  if (formats.length === 0) {
    const failure = { limits: [formatFailure(prepared, hardware)], boundBy: null };
    return { prepared, ways: [], failure: () => failure };
  }
  return {
    prepared,
    ways: [...allWays(prepared, hardware, formats, pins)].sort(
      (a, b) => a.leastChips - b.leastChips,
    ),
    failure: () => ({
      limits: [memoryFailure(prepared, hardware, formats)],
      boundBy: "memory-capacity",
    }),
  };
}

/** Stacks and number formats in which the chip may run the task. */
export function optionsFor(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  pins: Pins,
): readonly FormatOption[] {
  const { task } = prepared;
  const devices = devicesFor(hardware, task, prepared.model)
    .filter(({ stack }) => pins.stackId === null || stack.id === pins.stackId)
    .map((device) => atClock(device, pins.clockFraction ?? 1));
  const asked = formatsAsked(prepared, pins);
  const rival = task.kind === "inference" ? rivalOf(devices) : null;
  const wideWeights = prepared.variants.flatMap(({ program }) =>
    "kind" in program ? (program.wideWeights ?? []) : [],
  );
  return [
    ...formatOptions(devices, asked, wideWeights),
    ...(rival ? formatOptions([rival], asked, wideWeights) : []),
  ];
}

/** The cheapest of the ways at `demandFactor` times today's demand. */
export function sizeTask(explored: ExploredTask, demandFactor: number): TaskOutcome {
  const { feasible, nearestMiss } = cheapest(explored.ways, demandFactor);
  if (feasible || nearestMiss) return { feasible, nearestMiss, failure: [], boundBy: null };
  const { limits, boundBy } = explored.failure();
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
  const { weights, activations, cache, optimizer } = precision;
  const choice = { weights: [weights], activations: [activations], cache: [cache] };
  return optimizer === undefined ? choice : { ...choice, optimizer: [optimizer] };
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

/** Weights, gradients and optimizer states of a parameter, as narrow as they may be. */
function leastStateBytes(task: TrainingTask, device: Device): number {
  const formats = optimizerFormats(task, device, undefined);
  const totals = formats.map((optimizer) => {
    const { weight, gradient, optimizer: kept } = stateBytes({ device, optimizer });
    return weight + gradient + kept;
  });
  return Math.min(...totals);
}

/** Bytes of the weights, however many chips share them; with gradients and optimizer states where they are trained. */
function leastBytes(
  task: Task,
  { program }: PreparedTask["variants"][number],
  { device, formats }: FormatOption,
): number {
  if ("kind" in program) return weightBytesPerChip(program, UNSHARDED, formats);
  return (
    program.parameters *
    (task.kind === "inference" ? formats.weightBytes : leastStateBytes(task, device))
  );
}

/** Says how much the smallest variant needs and how much the chips of one scale-up domain have. */
function memoryFailure(
  prepared: PreparedTask,
  hardware: CandidateHardware,
  formats: readonly FormatOption[],
) {
  const { task } = prepared;
  const sizes = prepared.variants.flatMap((variant) =>
    formats.map((option) => leastBytes(task, variant, option)),
  );
  const bytes = Math.min(...sizes);
  const usable = Math.max(...formats.map((option) => option.device.usableMemoryBytes));
  const chips = Math.max(...formats.map((option) => option.device.scaleUp?.chips ?? 1));
  return tooLarge(task.id, bytes, usable, chips, hardware.chip.name);
}

function tooLarge(taskId: string, bytes: number, usable: number, chips: number, name: string) {
  const limit = usable * chips;
  const available = `${chips === 1 ? `one ${name} has` : `${chips} joined ${name} have`} ${formatQuantity(limit, "bytes")} usable`;
  if (bytes <= limit) {
    const message = `${taskId}: the weights of ${formatQuantity(bytes, "bytes")} leave no room to work; ${available}.`;
    return failed(`${taskId}.memory`, `${taskId}: memory`, message);
  }
  return {
    id: `${taskId}.memory`,
    title: `${taskId}: memory`,
    limit,
    value: bytes,
    unit: "B",
    pass: false,
    shortfall: bytes - limit,
    message: `${taskId}: the model needs ${formatQuantity(bytes, "bytes")} and room to work; ${available}.`,
  };
}
