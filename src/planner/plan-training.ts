import type { TrainingTask } from "../input/workload-types.ts";
import { meanWatts } from "../simulation/power.ts";
import {
  microSeconds,
  microStep,
  trainingPoint,
  type MicroStep,
  type TrainingLayout,
  type TrainingPoint,
  type TrainingSetup,
} from "../simulation/training.ts";
import type { Recompute, TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import type { FormatOption } from "./format-options.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { powersOfTwo } from "./shardings.ts";
import { boundOf, type TaskOption } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

const LARGEST_TENSOR = 16;
const LARGEST_PIPELINE = 32;
/** Sequences below this length are not worth splitting. */
const CONTEXT_PARALLEL_FROM = 16384;
const MICRO_BATCHES = [1, 2, 4, 8];
const SAMPLE_MICRO_BATCHES = [8, 32, 128, 256];
const RECOMPUTES: readonly Recompute[] = ["none", "selective", "full"];

/** The layout with the fewest chips that meets the deadline, or the quickest one when none does. At most one option. */
export function* trainingOptions(
  task: TrainingTask,
  program: TrainingProgram,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  pins: Pins,
): Generator<TaskOption> {
  const unitsPerSequence = program.tokensPerSequence(task.sequenceLength);
  const setup: TrainingSetup = {
    program,
    device: option.device,
    formats: option.formats,
    sequence: task.sequenceLength,
    globalBatch: Math.max(1, Math.round(task.globalBatchTokens / unitsPerSequence)),
    trainableShare: task.trainableShare,
  };
  const needed = (demandFactor * task.totalTokens) / task.deadlineSeconds;
  const point = fewestChips(setup, needed, pins);
  if (point) yield describe(task, setup, point, option, head, demandFactor, needed);
}

function fewestChips(setup: TrainingSetup, needed: number, pins: Pins): TrainingPoint | null {
  const largest = setup.device.scaleOut?.maxChips ?? setup.device.system.chipsPerNode;
  let best: TrainingPoint | null = null;
  for (const base of layouts(setup, pins)) {
    const micro = microStep(setup, base);
    const unit = chipsOf(base.sharding);
    // Bubbles and reductions only add: fewer chips than this cannot meet the rate.
    const ideal = unit * Math.ceil(needed / ratePerReplica(setup, base, micro));
    if (best && meets(best, needed) && ideal >= best.chips) continue;
    for (const layout of memoryLayouts(base)) {
      const point =
        replicasPinned(pins, unit) === null
          ? enoughReplicas(setup, layout, micro, needed, largest)
          : fixedReplicas(setup, layout, micro, replicasPinned(pins, unit) ?? 1);
      if (!point?.fits) continue;
      if (!best || better(point, best, needed)) best = point;
      break;
    }
  }
  return best;
}

function replicasPinned(pins: Pins, chipsPerReplica: number): number | null {
  if (pins.dataParallel !== null) return pins.dataParallel;
  return pins.chips === null ? null : Math.max(1, Math.floor(pins.chips / chipsPerReplica));
}

function fixedReplicas(
  setup: TrainingSetup,
  layout: TrainingLayout,
  micro: MicroStep,
  data: number,
): TrainingPoint {
  return trainingPoint(setup, { ...layout, sharding: { ...layout.sharding, data } }, micro);
}

/** The layouts that the pins leave: one when they fix the split. */
function* layouts(setup: TrainingSetup, pins: Pins): Generator<TrainingLayout> {
  const pinned = pinnedSharding(pins);
  const all = pinned
    ? MICRO_BATCHES.map((microBatch): TrainingLayout => ({
        sharding: pinned,
        microBatch,
        interleave: 1,
        zeroStage: 1,
        recompute: "none",
      }))
    : modelLayouts(setup);
  const seen = new Set<string>();
  for (const layout of all) {
    const each = pins.batch === null ? layout : { ...layout, microBatch: pins.batch };
    const key = JSON.stringify(each);
    if (pins.batch !== null && seen.has(key)) continue;
    seen.add(key);
    yield each;
  }
}

const meets = (point: TrainingPoint, needed: number): boolean =>
  point.tokensPerSecond >= needed * (1 - 1e-9);

function better(a: TrainingPoint, b: TrainingPoint, needed: number): boolean {
  const meetsA = meets(a, needed);
  if (meetsA !== meets(b, needed)) return meetsA;
  if (!meetsA) return a.tokensPerSecond > b.tokensPerSecond;
  return a.chips !== b.chips ? a.chips < b.chips : a.tokensPerSecond > b.tokensPerSecond;
}

const chipsOf = ({ tensor, pipeline, context }: Sharding): number => tensor * pipeline * context;

function ratePerReplica(setup: TrainingSetup, layout: TrainingLayout, micro: MicroStep): number {
  const units = layout.microBatch * setup.program.tokensPerSequence(setup.sequence);
  return units / microSeconds(micro, layout.recompute);
}

/** Splits of one replica, before memory decides on recomputation and ZeRO. */
function* modelLayouts(setup: TrainingSetup): Generator<TrainingLayout> {
  const { program, device, sequence, globalBatch } = setup;
  const { limits, layers } = program;
  const domain = device.scaleUp?.chips ?? 1;
  const clustered = device.scaleOut ? LARGEST_PIPELINE : device.system.chipsPerNode;
  const tensors = powersOfTwo(Math.min(domain, limits.tensor, LARGEST_TENSOR));
  const contexts = sequence >= CONTEXT_PARALLEL_FROM ? [1, 2, 4, 8, 16] : [1];
  const micros = (layers > 1 ? MICRO_BATCHES : SAMPLE_MICRO_BATCHES).filter(
    (size) => size <= globalBatch,
  );
  for (const tensor of tensors) {
    for (const context of contexts) {
      for (const pipeline of powersOfTwo(Math.min(layers, clustered))) {
        for (const expert of expertGroups(limits.expert, tensor)) {
          for (const microBatch of micros.length > 0 ? micros : [1]) {
            const sharding = {
              tensor,
              pipeline,
              context,
              expert,
              data: Math.max(1, expert / tensor),
            };
            yield { sharding, microBatch, interleave: 1, zeroStage: 1, recompute: "none" };
          }
        }
      }
    }
  }
}

function expertGroups(experts: number, tensor: number): readonly number[] {
  if (experts === 1) return [1];
  return powersOfTwo(Math.min(experts, 64)).filter(
    (size) => size >= tensor && experts % size === 0,
  );
}

/** Cheapest memory saving first: what fits first is quickest. */
function* memoryLayouts(base: TrainingLayout): Generator<TrainingLayout> {
  const interleave = base.sharding.pipeline > 1 ? 2 : 1;
  for (const zeroStage of [1, 3] as const) {
    for (const recompute of RECOMPUTES) {
      yield { ...base, interleave, zeroStage, recompute };
    }
  }
}

/** Replicas until the rate is met, the batch has no more sequences, or the cluster no more chips. */
function enoughReplicas(
  setup: TrainingSetup,
  layout: TrainingLayout,
  micro: MicroStep,
  needed: number,
  largestCluster: number,
): TrainingPoint | null {
  const unit = chipsOf(layout.sharding);
  const expertData = layout.sharding.data;
  const most = Math.min(
    Math.floor(setup.globalBatch / layout.microBatch),
    Math.floor(largestCluster / unit),
  );
  let data = Math.max(expertData, Math.ceil(needed / ratePerReplica(setup, layout, micro)));
  if (expertData > most) return null;
  let point: TrainingPoint | null = null;
  for (let round = 0; round < 4; round++) {
    data = Math.min(most, Math.ceil(data / expertData) * expertData);
    const sharding = { ...layout.sharding, data };
    point = trainingPoint(setup, { ...layout, sharding }, micro);
    if (point.tokensPerSecond >= needed || data >= most) break;
    data = Math.max(data + 1, Math.ceil((data * needed) / point.tokensPerSecond));
  }
  return point;
}

function describe(
  task: TrainingTask,
  setup: TrainingSetup,
  point: TrainingPoint,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  needed: number,
): TaskOption {
  const seconds = (demandFactor * task.totalTokens) / point.tokensPerSecond;
  const { device } = setup;
  const { sharding, microBatch, zeroStage, recompute } = point.layout;
  const wattsPerChip = meanWatts(device, point.mixture, 1);
  return {
    device,
    chips: point.chips,
    chipShare: point.chips,
    wattsPerChip,
    turnSeconds: null,
    limits: [
      {
        id: "deadline",
        taskId: task.id,
        what: "time to train",
        rule: "at-most",
        value: seconds,
        limit: task.deadlineSeconds,
        unit: "s",
        dimension: "seconds",
      },
    ],
    plan: () => ({
      ...head,
      stackId: device.stack.id,
      sharding,
      chipsPerReplica: chipsOf(sharding),
      replicas: sharding.data,
      batch: microBatch,
      microBatches: point.microBatches,
      zeroStage,
      recompute,
      precision: option.precision,
      chipShare: point.chips,
      boundBy: boundOf(point.mixture, false),
      metrics: {
        capacityPerSecond: point.tokensPerSecond,
        demandPerSecond: needed,
        workUnit: setup.program.tokensPerSequence(setup.sequence) === 1 ? "sample" : "token",
        timeToFirstTokenSeconds: null,
        timePerOutputTokenSeconds: null,
        endToEndSeconds: null,
        trainingSeconds: seconds,
        utilisation: point.modelFlopsUtilisation,
        memoryBytesPerChip: point.memoryBytesPerChip,
        wattsPerChip,
      },
    }),
  };
}
