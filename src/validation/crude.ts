import type { Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import type { Collective, Step } from "../workload/types.ts";

/** Share of the dense peak and of the memory bandwidth, and time of one layer: the whole crude model. */
const CRUDE = { peakShare: 0.5, bandwidthShare: 0.8, layerSeconds: 25e-6 };

/** A kernel that is timed alone is a tenth of a layer: a transformer layer launches about ten. */
export const KERNEL_LAYERS = 0.1;

/** What one chip does in one step: operations, and the bytes of weights and cache. Activations are taken to stay on the die. */
export interface CrudeWork {
  operations: number;
  bytes: number;
}

/**
 * Two-constant roofline: max(operations / (0.5 · peak), bytes / (0.8 · bandwidth)) + 25 µs a layer. No links, no tiles,
 * no stack. It is what a model has to beat to be worth its complexity.
 */
export function crudeSeconds(
  work: CrudeWork,
  device: Device,
  formats: Formats,
  layers: number,
): number {
  const peak = device.peakOpsPerSecond[formats.compute] ?? widestPeak(device);
  const sustained = device.family.bandwidthShare * device.stack.bandwidthShare;
  const bandwidth = device.memoryBytesPerSecond / sustained;
  const compute = work.operations / (CRUDE.peakShare * peak);
  const memory = work.bytes / (CRUDE.bandwidthShare * bandwidth);
  return Math.max(compute, memory) + layers * CRUDE.layerSeconds;
}

export function crudeStepSeconds(
  step: Step,
  device: Device,
  formats: Formats,
  layers: number,
): number {
  return crudeSeconds(crudeWork(step, formats), device, formats, layers);
}

export function crudeWork(step: Step, formats: Formats): CrudeWork {
  let operations = 0;
  let bytes = 0;
  for (const operator of step.operators) {
    operations += operator.count * operator.operations;
    bytes +=
      operator.count *
      (operator.weightElements * formats.weightBytes + operator.cacheElements * formats.cacheBytes);
  }
  return { operations, bytes };
}

/** An all-reduce at 0.8 of the link, and one layer's time to get everyone together. */
export function crudeCollectiveSeconds(
  collective: Pick<Collective, "elements">,
  bytesPerElement: number,
  chips: number,
  linkBytesPerSecond: number,
): number {
  const bytes = 2 * ((chips - 1) / chips) * collective.elements * bytesPerElement;
  return bytes / (CRUDE.bandwidthShare * linkBytesPerSecond) + CRUDE.layerSeconds;
}

/** Layers of a model; of a network without a layer count, its weight-bearing operators. */
export function layersOf(model: Model, step: Step): number {
  switch (model.kind) {
    case "decoder":
    case "encoder":
      return model.shape.layers;
    case "encoder-decoder":
      return model.decoder.layers;
    default:
      return step.operators.reduce(
        (sum, { count, weightElements }) => sum + (weightElements > 0 ? count : 0),
        0,
      );
  }
}

function widestPeak(device: Device): number {
  return Math.max(...Object.values(device.peakOpsPerSecond));
}
