import { hasHost, hostBytesPerSecond } from "../training.ts";
import type { CopyGroup } from "../collective-time.ts";
import type { Device } from "../device.ts";
import { stateBytes, type StageParameters, type StateBytes } from "../training-states.ts";
import type { TrainingSetup } from "../training-step.ts";
import { shownHandOvers, type Stages } from "../training-stages.ts";
import { LEAVES } from "./leaf.ts";
import { splitBase, splitCosts, type SplitBase, type SplitCosts } from "./split-costs.ts";
import type { PartsTable, Split } from "./stage-parts.ts";

/**
 * The cost of training layouts, computed by the level of the search at which it is known: split, pipeline, replicas, placement,
 * schedule, and then ZeRO, recomputation and offloading. The same arithmetic as `trainingPoint`, which stays the reference (a test
 * holds the two together), without objects: the levels write these fields and `scanLeaves` reads them.
 */
export interface TrainingKernel {
  readonly setup: TrainingSetup;
  readonly base: SplitBase;
  readonly device: Device;
  /** Of a parameter. */
  readonly bytes: StateBytes;
  readonly usableBytes: number;
  readonly stepOverhead: number;
  readonly overlap: number;
  /** Bytes per second to the host; the chip has a host at all. */
  readonly hostRate: number;
  readonly host: boolean;

  /** What a number of stages makes of the layers and parameters, by that number, as it comes up. */
  readonly stages: (StageShape | undefined)[];
  split: SplitCosts;
  /** Stages, and layers of the fullest one. */
  pipeline: number;
  layers: number;
  /** Layers of a mean stage and of the last one over those of the fullest. */
  meanShare: number;
  lastShare: number;
  /** Parameters of a stage on one chip. */
  denseParameters: number;
  expertParameters: number;
  /** Kept and transient bytes of a stage, by recomputation. */
  readonly kept: Float64Array;
  readonly transient: Float64Array;
  /**
   * Seconds that no placement undercuts, nothing recomputed or handed over: layers of the fullest stage, a micro-batch on the stage
   * with most work and on a mean one.
   */
  leastPass: number;
  leastMicro: number;
  leastMean: number;
  /** Seconds that full and selective recomputation add to a micro-batch on the fullest stage, wherever it lies. */
  leastForward: number;
  leastCheap: number;

  data: number;
  microBatches: number;
  /** Chips that hold copies of the same weights: replicas, and parts of a sequence; and copies of an expert where those are fewer. */
  readonly copyGroup: CopyGroup;
  /** Chips from the first to the last part of a sequence, and from the first to the last replica. */
  contextSpan: number;
  dataSpan: number;
  expertCopies: number | null;
  /** Bytes of weights, gradients and optimizer state, and seconds of the optimizer step: by ZeRO stage and offloading. */
  readonly stateBytes: Float64Array;
  readonly optimizerSeconds: Float64Array;
  leastState: number;
  leastOptimizer: number;
  /** Seconds of a step beside its micro-batches and bubbles: fixed overhead, optimizer, gradients that nothing hides. */
  leastAside: number;
  /** Seconds that a micro-batch on the fullest stage recomputes at least, for the layout to fit the memory. */
  leastAgain: number;

  /** Forward and backward of a micro-batch on the fullest stage, collectives included. */
  forward: number;
  backward: number;
  /** One hand-over to the next stage, and how many of them no schedule hides. */
  handOverSeconds: number;
  leastHandOvers: number;
  /** Seconds of a micro-batch on the fullest and on a mean stage: by recomputation and offloading. */
  readonly perMicro: Float64Array;
  readonly perMean: Float64Array;
  /** Gradients summed over the copies, weights gathered from them: all, and those that are trained. */
  reduceSeconds: number;
  gatherSeconds: number;
  gatherTrainedSeconds: number;

  /** Mean stages that a pipeline's filling and draining takes. */
  bubbleStages: number;
  /** Hand-overs of a micro-batch between stages, seconds. */
  handingOver: number;
  /** Bytes of activations: by recomputation and offloading. */
  readonly activationBytes: Float64Array;

  /** ZeRO stages × recomputations × offloadings that there are of a layout. */
  leaves: number;
  /** Leaves that the last scan left out because nothing in their row is quicker than its threshold. */
  skipped: number;
  /** Leaves of the last scan that fit, and are quicker than its threshold. */
  found: number;
  readonly foundSeconds: Float64Array;
  readonly foundBytes: Float64Array;
  readonly foundLeaf: Int32Array;
}

type StageShape = Stages & StageParameters;

export function trainingKernel(
  setup: TrainingSetup,
  first: Split,
  parts?: PartsTable,
): TrainingKernel {
  const { device } = setup;
  const { stack } = device;
  const base = splitBase(setup, parts);
  return {
    setup,
    base,
    device,
    bytes: stateBytes(setup),
    usableBytes: device.usableMemoryBytes,
    stepOverhead: stack.stepOverheadSeconds,
    overlap: stack.collectiveOverlap,
    hostRate: hostBytesPerSecond(device),
    host: hasHost(device),
    stages: [],
    split: splitCosts(base, first),
    pipeline: 1,
    layers: 1,
    meanShare: Number.NaN,
    lastShare: 1,
    denseParameters: Number.NaN,
    expertParameters: Number.NaN,
    kept: new Float64Array(3),
    transient: new Float64Array(3),
    leastPass: Number.NaN,
    leastMicro: Number.NaN,
    leastMean: Number.NaN,
    leastForward: Number.NaN,
    leastCheap: Number.NaN,
    data: 1,
    microBatches: 1,
    copyGroup: { size: 1, span: 1, inside: 1 },
    contextSpan: 1,
    dataSpan: 1,
    expertCopies: null,
    stateBytes: new Float64Array(8),
    optimizerSeconds: new Float64Array(8),
    leastState: Number.NaN,
    leastOptimizer: Number.NaN,
    leastAside: Number.NaN,
    leastAgain: Number.NaN,
    forward: Number.NaN,
    backward: Number.NaN,
    handOverSeconds: 0,
    leastHandOvers: Math.min(
      shownHandOvers(1, stack.collectiveOverlap),
      shownHandOvers(2, stack.collectiveOverlap),
    ),
    perMicro: new Float64Array(6),
    perMean: new Float64Array(6),
    reduceSeconds: Number.NaN,
    gatherSeconds: Number.NaN,
    gatherTrainedSeconds: Number.NaN,
    bubbleStages: Number.NaN,
    handingOver: 0,
    activationBytes: new Float64Array(6),
    leaves: 0,
    skipped: 0,
    found: 0,
    foundSeconds: new Float64Array(LEAVES),
    foundBytes: new Float64Array(LEAVES),
    foundLeaf: new Int32Array(LEAVES),
  };
}
