import { UNSHARDED, type Operator } from "../../workload/types.ts";
import { bytesPerElement } from "../collective-time.ts";
import type { Device } from "../device.ts";
import type { TrainingSetup } from "../training-step.ts";
import { trainingTime, wideFormats } from "../training-time.ts";
import type { Split } from "./split-costs.ts";
import { stageParts, type StageParts } from "./stage-parts.ts";

/**
 * Chip-seconds of one sequence, forward and backward through all layers, that no micro-batch, pipeline, placement, schedule, ZeRO
 * stage, recomputation or offloading undercuts with this split. Nothing is padded, launched, waited for or read as weights; activations
 * stream as quickly as those of a single sequence. All of that is linear in the sequences, so that the bound holds for any
 * micro-batch.
 */
export interface TrainingFloors {
  /** From the collectives of the split and the work of an unsplit model, which splitting never lessens: quick to compute. */
  quick(split: Omit<Split, "microBatch">): number;
  /** From the work of the split itself. */
  close(split: Omit<Split, "microBatch">): number;
}

export function trainingFloors(setup: TrainingSetup): TrainingFloors {
  const { program, formats, sequence, trainableShare, kernels = "fused" } = setup;
  const device = idealDevice(setup.device);
  const partsOf = ({ tensor, context, expert }: Omit<Split, "microBatch">): StageParts => {
    const sharding = { ...UNSHARDED, tensor, context, expert };
    return stageParts(program, { microBatch: 1, sequence, sharding, kernels, trainableShare });
  };
  const workOf = (parts: StageParts, on: Device): number => {
    const seconds = (operators: readonly Operator[]): number =>
      trainingTime(
        { operators: operators.map(withoutWeights), collectives: [] },
        on,
        formats,
        UNSHARDED,
      ).seconds;
    const { forward, backward, head, headBackward } = parts;
    return (
      program.layers * (seconds(forward.perLayer) + seconds(backward.perLayer)) +
      seconds(forward.fixed) +
      seconds(backward.fixed) +
      seconds(head.operators) +
      seconds(headBackward.operators)
    );
  };
  const { onChip, memoryBytesPerSecond } = device;
  // What a split chip does may fit on the die where the whole does not.
  const quickest = {
    ...device,
    memoryBytesPerSecond: Math.max(memoryBytesPerSecond, onChip.bytesPerSecond),
  };
  let whole: number | null = null;
  return {
    quick(split) {
      whole ??= workOf(partsOf({ tensor: 1, context: 1, expert: 1 }), quickest);
      return whole + split.tensor * split.context * shownSeconds(partsOf(split), split, setup);
    },
    close(split) {
      const parts = partsOf(split);
      const seconds = workOf(parts, device) + shownSeconds(parts, split, setup);
      return split.tensor * split.context * seconds;
    },
  };
}

/** What the collectives of a sequence take at least that compute cannot hide: all bytes over the quickest links that can carry them. */
function shownSeconds(
  { collectives }: StageParts,
  split: Omit<Split, "microBatch">,
  { program, device, formats }: TrainingSetup,
): number {
  const wide = wideFormats(device, formats);
  const shown = 1 - device.stack.collectiveOverlap;
  let seconds = 0;
  for (const { collective, perLayer } of collectives) {
    if (collective.group === "pipeline" || collective.group === "data") continue;
    const bytes = collective.elements * bytesPerElement(collective, wide);
    const least = linkSeconds(collective.kind, bytes, split[collective.group], device);
    seconds += (collective.group === "tensor" ? 1 : shown) * perLayer * program.layers * least;
  }
  // Once forward, once backward.
  return 2 * seconds;
}

function linkSeconds(kind: string, bytes: number, size: number, device: Device): number {
  const passes = kind === "all-reduce" ? 2 : 1;
  const inside = device.scaleUp?.bytesPerSecond ?? 0;
  const outside = Math.max(device.bus?.bytesPerSecond ?? 0, device.scaleOut?.bytesPerSecond ?? 0);
  const domain = device.scaleUp?.chips ?? 1;
  if (size <= domain) return (passes * bytes * (size - 1)) / size / Math.max(inside, outside);
  // Each chip carries its part of what leaves a full domain.
  const domains = Math.ceil(size / domain);
  const share = kind === "all-to-all" ? 1 : 1 / domain;
  return (passes * bytes * share * (domains - 1)) / domains / outside;
}

/** One core without tiles, launches or host. */
function idealDevice(device: Device): Device {
  const family = {
    ...device.family,
    tileRows: 1,
    tileColumns: 1,
    tileDepth: 1,
    launchSeconds: 0,
  };
  const stack = { ...device.stack, stepOverheadSeconds: 0, kernelOverheadSeconds: 0 };
  return { ...device, family, stack, cores: 1, launchSeconds: 0 };
}

/** Weights are read once for any number of sequences; a number so small that an operator with weights is still told from one without. */
const NEXT_TO_NOTHING = 1e-30;

/** Whole rows, columns and depths: what padding rounds up, this rounds down. */
const withoutWeights = (operator: Operator): Operator => ({
  ...operator,
  m: Math.floor(operator.m),
  n: Math.floor(operator.n),
  k: Math.floor(operator.k),
  weightElements: operator.weightElements > 0 ? NEXT_TO_NOTHING : 0,
});
