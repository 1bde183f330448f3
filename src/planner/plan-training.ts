import type { TrainingTask } from "../input/workload-types.ts";
import { atClock } from "../simulation/clock.ts";
import { meanWatts } from "../simulation/power.ts";
import {
  microStep,
  trainingPoint,
  type TrainingPoint,
  type TrainingSetup,
} from "../simulation/training.ts";
import type { Precision } from "../units/precision.ts";
import type { TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import type { FormatOption } from "./format-options.ts";
import { missOf, type FigureLimit } from "./limits.ts";
import type { Pins } from "./pins.ts";
import { boundOf, type TaskOption, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";
import { fewestChips, quickest } from "./training/best-layout.ts";
import { layoutOf, type FoundLayout } from "./training/found.ts";
import { optimizerFormats, riskWith } from "./training/optimizer-formats.ts";
import { scheduleOf } from "./training/schedule.ts";
import { trainingSearch, type TrainingSearch } from "./training/search.ts";
import { pinnedLimits, type SpaceLimits } from "./training/space.ts";

/** The layout with the fewest chips that meets the deadline, or the quickest one when none does: one way, searched anew for each demand. */
export function trainingWay(
  task: TrainingTask,
  program: TrainingProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Way {
  const fixed = pinnedLimits(pins);
  const setups = optimizerFormats(task, option.device, pins.precision?.optimizer).map((optimizer) =>
    trainingSetup(task, program, option, optimizer),
  );
  const searches: TrainingSearch[] = [];
  return {
    leastChips: 1,
    leastMiss: 0,
    least: () => ({ chips: 1, chipShare: 1 }),
    size(demandFactor) {
      const needed = (demandFactor * task.totalTokens) / task.deadlineSeconds;
      let best: TrainingSearch | null = null;
      let found: FoundLayout | null = null;
      for (const [index, setup] of setups.entries()) {
        const search = (searches[index] ??= trainingSearch(setup, fixed));
        const layout = bestLayout(search, fixed, needed);
        if (layout === null || !isWorth(layout, found, stepLimit(setup, needed))) continue;
        best = search;
        found = layout;
      }
      if (best === null || found === null) return null;
      const point = pointOf(best.setup, found);
      return describe(task, best.setup, point, option, head, demandFactor, needed);
    },
  };
}

/** Whether a layout with narrower moments than `wider` is worth their risk: it meets the deadline where that does not, or with fewer chips. */
function isWorth(layout: FoundLayout, wider: FoundLayout | null, seconds: number): boolean {
  if (wider === null) return true;
  const meets = layout.stepSeconds < seconds;
  if (meets !== wider.stepSeconds < seconds) return meets;
  return meets ? layout.chips < wider.chips : layout.stepSeconds < wider.stepSeconds;
}

/** One training run on one device in one of the allowed formats, with the optimizer's moments in another. */
export function trainingSetup(
  task: TrainingTask,
  program: TrainingProgram,
  { device, formats }: FormatOption,
  optimizer: Precision,
): TrainingSetup {
  const { sequenceLength: sequence, globalBatchTokens, trainableShare } = task;
  const sequences = Math.round(globalBatchTokens / program.tokensPerSequence(sequence));
  return {
    program,
    device,
    formats,
    sequence,
    globalBatch: Math.max(1, sequences),
    trainableShare,
    optimizer,
  };
}

/** Longest step that works off `tokensPerSecond`. */
function stepLimit(setup: TrainingSetup, tokensPerSecond: number): number {
  const { program, sequence, globalBatch } = setup;
  // Rounding of sums must not decide.
  return ((globalBatch * program.tokensPerSequence(sequence)) / tokensPerSecond) * (1 + 1e-9);
}

/** The cheapest layout that meets the rate, or the quickest where none does; null where none fits the memory. */
export function bestLayout(
  search: TrainingSearch,
  fixed: SpaceLimits,
  tokensPerSecond: number,
): FoundLayout | null {
  const { setup } = search;
  if (fixed.chips === null) {
    return fewestChips(search, stepLimit(setup, tokensPerSecond)) ?? quickest(search);
  }
  // A given number of chips is used whole and as well as it can be, or else as many of them as make up a layout.
  const fewer = { ...fixed, chips: { from: 1, to: fixed.chips.to } };
  return quickest(search) ?? quickest(trainingSearch(setup, fewer));
}

/** The simulation's own answer for a layout that the search has found. */
function pointOf(setup: TrainingSetup, found: FoundLayout): TrainingPoint {
  const layout = layoutOf(found);
  return trainingPoint(setup, layout, microStep(setup, layout));
}

const chipsOf = ({ tensor, pipeline, context }: Sharding): number => tensor * pipeline * context;

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
  const { device, optimizer = "fp32" } = setup;
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
    wattsPerChip: () => wattsPerChip,
    turnSeconds: null,
    miss: missOf(limits),
    atClock: (fraction) => {
      const slower = { ...setup, device: atClock(device, fraction) };
      const same = trainingPoint(slower, point.layout, microStep(slower, point.layout));
      return describe(task, slower, same, option, head, demandFactor, needed);
    },
    settle: () => ({
      limits,
      plan: {
        ...head,
        accuracyRisk: riskWith(optimizer, head.accuracyRisk),
        stackId: device.stack.id,
        sharding,
        chipsPerReplica: chipsOf(sharding),
        replicas: sharding.data,
        batch: microBatch,
        microBatches: point.microBatches,
        zeroStage,
        recompute,
        training: scheduleOf(point.layout),
        precision: { ...option.precision, optimizer },
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
