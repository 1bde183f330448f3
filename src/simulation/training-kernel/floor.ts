import type { Operator } from "../../workload/types.ts";
import { bytesPerElement } from "../collective-time.ts";
import type { Device } from "../device.ts";
import type { TrainingSetup } from "../training-step.ts";
import { operatorSeconds, wideFormats } from "../training-time.ts";
import { linkSeconds } from "./link-seconds.ts";
import { partsTable, type Split, type StageCollective, type StageParts } from "./stage-parts.ts";

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
  const { program, formats } = setup;
  const table = partsTable(setup);
  const device = idealDevice(setup.device);
  const wide = wideFormats(device, formats);
  const single = (split: Omit<Split, "microBatch">): StageParts =>
    table.of({ ...split, microBatch: 1 });
  const workOf = (parts: StageParts, on: Device): number => {
    const seconds = (operators: readonly Operator[]): number =>
      operatorSeconds(operators.map(withoutWeights), on, formats, wide);
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
      whole ??= workOf(single({ tensor: 1, context: 1, expert: 1 }), quickest);
      return whole + split.tensor * split.context * shownSeconds(single(split), split, setup);
    },
    close(split) {
      const parts = single(split);
      const seconds = workOf(parts, device) + shownSeconds(parts, split, setup);
      return split.tensor * split.context * seconds;
    },
  };
}

/** What the collectives of a sequence take at least that compute cannot hide: all bytes over the quickest links that can carry them. */
function shownSeconds(
  parts: StageParts,
  { tensor, context, expert }: Omit<Split, "microBatch">,
  { program, device, formats }: TrainingSetup,
): number {
  const wide = wideFormats(device, formats);
  const perLayer = (collectives: readonly StageCollective[], size: number): number =>
    collectives.reduce((sum, each) => {
      const bytes = each.collective.elements * bytesPerElement(each.collective, wide);
      return sum + each.perLayer * linkSeconds(each.collective.kind, bytes, size, device);
    }, 0);
  const shown = 1 - device.stack.collectiveOverlap;
  const hidden = perLayer(parts.context, context) + perLayer(parts.expert, expert);
  // Once forward, once backward.
  return 2 * program.layers * (perLayer(parts.tensor, tensor) + shown * hidden);
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
