import type { Device } from "./device.ts";
import { scaledRates } from "./rates.ts";

/** One of the engines of a chip while `busy` of them work, and how many samples of a batch it takes. */
interface EngineShare {
  device: Device;
  busy: number;
  samples: number;
}

/**
 * Engines take whole samples (DPU instances of an FPGA, NeuronCores): a batch of one keeps the rest idle, and those that work share the
 * memory. A replica of several chips splits its samples over all cores instead.
 */
export function engineShare(device: Device, batch: number, chips: number): EngineShare {
  const engines = device.chip.engines ?? 1;
  if (engines <= 1 || chips > 1) return { device, busy: 1, samples: batch };
  const busy = Math.min(engines, batch);
  const share = 1 / engines;
  const { onChip } = device;
  return {
    device: {
      ...device,
      peakOpsPerSecond: scaledRates(device.peakOpsPerSecond, share),
      reachableOpsPerSecond: scaledRates(device.reachableOpsPerSecond, share),
      vectorOpsPerSecond: device.vectorOpsPerSecond * share,
      cores: Math.max(1, Math.round(device.cores * share)),
      memoryBytesPerSecond: device.memoryBytesPerSecond / busy,
      onChip: {
        ...onChip,
        bytes: onChip.bytes * share,
        bytesPerSecond: onChip.bytesPerSecond * share,
      },
    },
    busy,
    samples: Math.ceil(batch / engines),
  };
}
