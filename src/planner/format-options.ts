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
 * The ways to run the allowed formats on the devices of one chip that may turn out cheapest. The best-supported stack that can do a
 * combination takes it. A combination that another one beats in every respect on the same stack can never be cheaper, because
 * time and memory grow with every one of these figures, and is left out.
 */
export function formatOptions(
  devices: readonly Device[],
  choice: PrecisionChoice,
): readonly FormatOption[] {
  const kept: FormatOption[] = [];
  for (const option of supported(devices, choice)) {
    if (kept.some((other) => asGood(other, option))) continue;
    const better = kept.filter((other) => !asGood(option, other));
    kept.splice(0, kept.length, ...better, option);
  }
  return kept;
}

function* supported(devices: readonly Device[], choice: PrecisionChoice): Generator<FormatOption> {
  for (const activations of choice.activations) {
    for (const weights of choice.weights) {
      if (BYTES_PER_ELEMENT[weights] > BYTES_PER_ELEMENT[activations]) continue;
      for (const cache of choice.cache) {
        const option = firstSupported(devices, { weights, activations, cache });
        if (option) yield option;
      }
    }
  }
}

/** Whether `a` is nowhere worse than `b`: not slower to multiply, not larger to store, nothing more to unpack. */
function asGood(a: FormatOption, b: FormatOption): boolean {
  const rate = ({ device, formats }: FormatOption): number =>
    device.peakOpsPerSecond[formats.compute] ?? 0;
  return (
    a.device === b.device &&
    rate(a) >= rate(b) &&
    a.formats.weightBytes <= b.formats.weightBytes &&
    a.formats.activationBytes <= b.formats.activationBytes &&
    a.formats.cacheBytes <= b.formats.cacheBytes &&
    (!a.formats.dequantises || b.formats.dequantises)
  );
}

/** The formats that really run, which a chip may have forced to be wider than those asked for. */
function ran(formats: Formats, cache: Precision): PrecisionPlan {
  return { weights: formats.stored, activations: formats.compute, cache };
}

/** The first stack that runs the formats as they are asked for, or else the first that runs them wider. */
function firstSupported(devices: readonly Device[], precision: PrecisionPlan): FormatOption | null {
  const { weights, activations, cache } = precision;
  let wider: FormatOption | null = null;
  for (const device of devices) {
    const formats = resolveFormats(device, weights, activations, cache);
    if (!formats) continue;
    const option = { device, formats, precision: ran(formats, cache) };
    if (formats.compute === activations && formats.stored === weights) return option;
    wider ??= option;
  }
  return wider;
}
