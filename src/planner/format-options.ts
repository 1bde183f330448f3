import type { PrecisionChoice } from "../input/workload-types.ts";
import type { Device } from "../simulation/device.ts";
import { resolveFormats, type Formats } from "../simulation/formats.ts";
import { BYTES_PER_ELEMENT, type Precision } from "../units/precision.ts";
import type { PrecisionPlan } from "./types.ts";

export interface FormatOption {
  device: Device;
  formats: Formats;
  precision: PrecisionPlan;
}

/**
 * Every distinct way to run the allowed formats on the devices of one chip. The best-supported stack that can do a combination
 * takes it; combinations that end in the same stored and multiplied formats are one.
 */
export function formatOptions(
  devices: readonly Device[],
  choice: PrecisionChoice,
): readonly FormatOption[] {
  const seen = new Map<string, FormatOption>();
  for (const activations of choice.activations) {
    for (const weights of choice.weights) {
      if (BYTES_PER_ELEMENT[weights] > BYTES_PER_ELEMENT[activations]) continue;
      for (const cache of choice.cache) {
        if (
          BYTES_PER_ELEMENT[cache] > BYTES_PER_ELEMENT[activations] &&
          cacheBelow(choice, activations)
        )
          continue;
        const option = firstSupported(devices, { weights, activations, cache });
        if (!option) continue;
        const { compute, weightBytes, activationBytes, cacheBytes } = option.formats;
        const key = `${compute}/${weightBytes}/${activationBytes}/${cacheBytes}`;
        if (!seen.has(key)) seen.set(key, option);
      }
    }
  }
  return [...seen.values()];
}

/** The formats that really run, which a chip may have forced to be wider than those asked for. */
function ran(formats: Formats, cache: Precision): PrecisionPlan {
  return { weights: formats.stored, activations: formats.compute, cache };
}

function cacheBelow(choice: PrecisionChoice, activations: Precision): boolean {
  return choice.cache.some((cache) => BYTES_PER_ELEMENT[cache] <= BYTES_PER_ELEMENT[activations]);
}

function firstSupported(devices: readonly Device[], precision: PrecisionPlan): FormatOption | null {
  for (const device of devices) {
    const { weights, activations, cache } = precision;
    const formats = resolveFormats(device, weights, activations, cache);
    if (formats) return { device, formats, precision: ran(formats, cache) };
  }
  return null;
}
