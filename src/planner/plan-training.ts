import type { TrainingTask } from "../input/workload-types.ts";
import { meanWatts } from "../simulation/power.ts";
import {
  microStep,
  trainingPoint,
  type TrainingPoint,
  type TrainingSetup,
} from "../simulation/training.ts";
import type { TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import type { FormatOption } from "./format-options.ts";
import type { FigureLimit } from "./limits.ts";
import type { Pins } from "./pins.ts";
import { boundOf, type TaskOption, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";
import { fewestChips, quickest } from "./training/best-layout.ts";
import { layoutOf, type FoundLayout } from "./training/found.ts";
import { USUAL_PLACEMENT } from "./training/placements.ts";
import { trainingSearch, type TrainingSearch } from "./training/search.ts";

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
  let search: TrainingSearch | null = null;
  return {
    fewestChips: () => 1,
    size(demandFactor) {
      const needed = (demandFactor * task.totalTokens) / task.deadlineSeconds;
      search ??= trainingSearch(setup, pins);
      const point = bestPoint(search, needed);
      return point && describe(task, setup, point, option, head, demandFactor, needed);
    },
  };
}

/** The cheapest layout that meets the rate, or the quickest where none does; null where none fits the memory. */
function bestPoint(search: TrainingSearch, needed: number): TrainingPoint | null {
  const { setup, space } = search;
  const { program, sequence, globalBatch } = setup;
  const tokens = globalBatch * program.tokensPerSequence(sequence);
  // Rounding of sums must not decide.
  const seconds = (tokens / needed) * (1 + 1e-9);
  // A pinned number of chips is used whole, and as well as it can be.
  const fixed = space.chips.from === space.chips.to;
  const found = (fixed ? null : fewestChips(search, seconds)) ?? quickest(search);
  return found && pointOf(setup, found);
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
        training: {
          interleave: point.layout.interleave,
          optimizerOffload: point.layout.offload ?? false,
          activationOffload: point.layout.offloadActivations ?? false,
          placement: sharding.placement ?? USUAL_PLACEMENT,
        },
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
      },
    }),
  };
}
