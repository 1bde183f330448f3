import type { TrainingTask } from "../input/workload-types.ts";
import { atClock } from "../simulation/clock.ts";
import { meanWatts } from "../simulation/power.ts";
import {
  interleaveOf,
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
import type { FigureLimit } from "./limits.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { largestCluster, powersOfTwo } from "./shardings.ts";
import { boundOf, type TaskOption, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

const LARGEST_TENSOR = 16;
const LARGEST_PIPELINE = 32;
/** Sequences below this length are not worth splitting. */
const CONTEXT_PARALLEL_FROM = 16384;
const MICRO_BATCHES = [1, 2, 4, 8];
const SAMPLE_MICRO_BATCHES = [8, 32, 128, 256];
const RECOMPUTES: readonly Recompute[] = ["none", "selective", "full"];

/** The layout with the fewest chips that meets the deadline, or the quickest one when none does: one way, searched anew for each demand. */
export function trainingWay(
  task: TrainingTask,
  program: TrainingProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Way {
  const unitsPerSequence = program.tokensPerSequence(task.sequenceLength);
  const setup: TrainingSetup = {
    program,
    device: option.device,
    formats: option.formats,
    sequence: task.sequenceLength,
    globalBatch: Math.max(1, Math.round(task.globalBatchTokens / unitsPerSequence)),
    trainableShare: task.trainableShare,
  };
  return {
    leastChips: 1,
    fewestChips: () => 1,
    size(demandFactor) {
      const needed = (demandFactor * task.totalTokens) / task.deadlineSeconds;
      const point = fewestChips(setup, needed, pins);
      return point && describe(task, setup, point, option, head, demandFactor, needed);
    },
  };
}

function fewestChips(setup: TrainingSetup, needed: number, pins: Pins): TrainingPoint | null {
  let best: TrainingPoint | null = null;
  for (const base of layouts(setup, pins)) {
    const unit = chipsOf(base.sharding);
    if (pins.chips !== null && unit > pins.chips && pinnedSharding(pins) === null) continue;
    const micro = microStep(setup, base);
    const replicas = replicasPinned(pins, unit);
    // Bubbles and reductions only add: fewer chips than this cannot meet the rate.
    const ideal = unit * Math.ceil(needed / ratePerReplica(setup, base, micro));
    for (const layout of memoryLayouts(base, setup.program.layers)) {
      const beaten: number =
        best !== null && meets(best, needed) ? best.chips : Number.POSITIVE_INFINITY;
      if (replicas === null && ideal >= beaten) break;
      const point: TrainingPoint | null =
        replicas === null
          ? enoughReplicas(setup, layout, micro, needed, beaten)
          : fixedReplicas(setup, layout, micro, replicas);
      if (point?.fits && (!best || better(point, best, needed))) best = point;
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
  const deepest = Math.min(layers, LARGEST_PIPELINE, largestCluster(device.system));
  const tensors = powersOfTwo(Math.min(domain, limits.tensor, LARGEST_TENSOR));
  const contexts = sequence >= CONTEXT_PARALLEL_FROM ? [1, 2, 4, 8, 16] : [1];
  const micros = (layers > 1 ? MICRO_BATCHES : SAMPLE_MICRO_BATCHES).filter(
    (size) => size <= globalBatch,
  );
  for (const tensor of tensors) {
    for (const context of contexts) {
      for (const pipeline of powersOfTwo(deepest)) {
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

/** Ways to save memory, those that cost least time first. */
function* memoryLayouts(base: TrainingLayout, layers: number): Generator<TrainingLayout> {
  const interleave = interleaveOf(layers, base.sharding.pipeline);
  for (const zeroStage of [1, 3] as const) {
    for (const recompute of RECOMPUTES) {
      yield { ...base, interleave, zeroStage, recompute };
    }
  }
}

/**
 * The fewest replicas that meet the rate and divide the optimizer state far enough to fit; all that may be had when none do. Null when
 * not even one replica stays below `beaten` chips. Replicas count in whole micro-batches: between two counts nothing is gained.
 */
function enoughReplicas(
  setup: TrainingSetup,
  layout: TrainingLayout,
  micro: MicroStep,
  needed: number,
  beaten: number,
): TrainingPoint | null {
  const unit = chipsOf(layout.sharding);
  const step = layout.sharding.data;
  const shares = setup.globalBatch / layout.microBatch;
  const chips = Math.min(largestCluster(setup.device.system), beaten - 1);
  const most = Math.floor(Math.min(shares, chips / unit) / step) * step;
  if (most < 1) return null;
  const at = (microBatches: number): TrainingPoint => {
    const data = Math.ceil(shares / microBatches / step) * step;
    return fixedReplicas(setup, layout, micro, data);
  };
  const passes = (point: TrainingPoint): boolean => point.fits && meets(point, needed);
  let low = Math.ceil(shares / most);
  let best = at(low);
  if (!passes(best)) return best;
  let high = Math.ceil(shares / step) + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const point = at(middle);
    if (passes(point)) {
      best = point;
      low = middle;
    } else {
      high = middle;
    }
  }
  return best;
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
  const limits: readonly FigureLimit[] = [
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
  ];
  return {
    device,
    chips: point.chips,
    chipShare: point.chips,
    wattsPerChip,
    turnSeconds: null,
    limits,
    atClock: (fraction) => {
      const slower = { ...setup, device: atClock(device, fraction) };
      const same = trainingPoint(slower, point.layout, microStep(slower, point.layout));
      return describe(task, slower, same, option, head, demandFactor, needed);
    },
    settle: () => ({
      limits,
      plan: {
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
        clockFraction: device.clockFraction,
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
      },
    }),
  };
}
