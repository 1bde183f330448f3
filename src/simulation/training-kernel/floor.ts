import type { Operator } from "../../workload/types.ts";
import { bytesPerElement } from "../collective-time.ts";
import type { Device } from "../device.ts";
import { shownTensorShare } from "../tensor-overlap.ts";
import { trainerOf, type TrainingSetup } from "../training-step.ts";
import { wideFormats } from "../formats.ts";
import { operatorSeconds } from "../training-time.ts";
import { linkSeconds } from "./link-seconds.ts";
import { partsTable, type Split, type StageCollective, type StageParts } from "./stage-parts.ts";

/**
 * Chip-seconds of one sequence, forward and backward through all layers, that no micro-batch, pipeline, placement, schedule, ZeRO
 * stage, recomputation or offloading undercuts with a split. The collectives are the split's; the work is that of the model unsplit,
 * which splitting never lessens. Nothing is padded, launched, waited for or read as weights, and everything streams as from the die.
 * All of that is linear in the sequences, so that the bound holds for any micro-batch.
 */
export function trainingFloor(setup: TrainingSetup): (split: ModelSplit) => number {
  const { program, formats } = setup;
  const table = partsTable(setup);
  const device = idealDevice(setup.device);
  const wide = wideFormats(device, formats);
  const whole = table.of({ tensor: 1, context: 1, expert: 1, microBatch: 1 });
  const seconds = (operators: readonly Operator[]): number =>
    operatorSeconds(operators.map(withoutWeights), device, formats, wide);
  const work =
    program.layers * (seconds(whole.forward.perLayer) + seconds(whole.backward.perLayer)) +
    seconds(whole.forward.fixed) +
    seconds(whole.backward.fixed) +
    seconds(whole.head.operators) +
    seconds(whole.headBackward.operators);
  return (split) => {
    const parts = table.of({ ...split, microBatch: 1 });
    return work + split.tensor * split.context * shownSeconds(parts, split, setup);
  };
}

type ModelSplit = Omit<Split, "microBatch">;

/** What the collectives of a sequence take at least that compute cannot hide: all bytes over the quickest links that can carry them. */
function shownSeconds(
  parts: StageParts,
  { tensor, context, expert }: ModelSplit,
  setup: TrainingSetup,
): number {
  const { program, device, formats } = setup;
  const wide = wideFormats(device, formats);
  const perLayer = (collectives: readonly StageCollective[], size: number): number =>
    collectives.reduce((sum, each) => {
      const bytes = each.collective.elements * bytesPerElement(each.collective, wide);
      return sum + each.perLayer * linkSeconds(each.collective.kind, bytes, size, device);
    }, 0);
  const shown = 1 - device.stack.collectiveOverlap;
  const keys = perLayer(parts.context, context) + perLayer(parts.contextBackward, context);
  // What is the same forward and backward.
  const sums = shownTensorShare(trainerOf(setup), tensor, 1) * perLayer(parts.tensor, tensor);
  const twice = sums + shown * perLayer(parts.expert, expert);
  return program.layers * (2 * twice + shown * keys);
}

/** One core without tiles, launches or host, with memory as quick as the die. */
function idealDevice(device: Device): Device {
  const family = {
    ...device.family,
    tileRows: 1,
    tileColumns: 1,
    tileDepth: 1,
    launchSeconds: 0,
  };
  const stack = { ...device.stack, stepOverheadSeconds: 0, kernelOverheadSeconds: 0 };
  const memoryBytesPerSecond = Math.max(device.memoryBytesPerSecond, device.onChip.bytesPerSecond);
  return { ...device, family, stack, cores: 1, launchSeconds: 0, memoryBytesPerSecond };
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
