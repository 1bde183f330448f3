import type { PrecisionChoice } from "../input/workload-types.ts";
import type { Device } from "../simulation/device.ts";
import { computeFormat, formatsMultiplyingIn, type Formats } from "../simulation/formats.ts";
import { BYTES_PER_ELEMENT, type Precision } from "../units/precision.ts";
import type { WideWeights } from "../workload/wide-weights.ts";
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
 *
 * @param wideWeights what the models leave in 16 bits when the rest is narrower
 */
export function formatOptions(
  devices: readonly Device[],
  choice: PrecisionChoice,
  wideWeights: readonly WideWeights[] = [],
): readonly FormatOption[] {
  const kept: Rated[] = [];
  const outdoes = (a: Rated, b: Rated): boolean => asGood(a, b) && !widens(a, b, wideWeights);
  for (const option of supported(devices, choice)) {
    if (kept.some((other) => outdoes(other, option))) continue;
    const better = kept.filter((other) => !outdoes(option, other));
    kept.splice(0, kept.length, ...better, option);
  }
  return kept;
}

interface Rated extends FormatOption {
  opsPerSecond: number;
}

function supported(devices: readonly Device[], choice: PrecisionChoice): readonly Rated[] {
  // A narrower cache is beaten in no respect by a wider one.
  const cache = narrowest(choice.cache);
  if (cache === undefined) return [];
  const found: Rated[] = [];
  for (const activations of choice.activations) {
    const units = devices.map((device) => ({
      device,
      compute: computeFormat(device, activations),
    }));
    for (const weights of choice.weights) {
      if (BYTES_PER_ELEMENT[weights] > BYTES_PER_ELEMENT[activations]) continue;
      const option = firstSupported(units, { weights, activations, cache });
      if (option) found.push(option);
    }
  }
  return found;
}

/** Of formats of equal width the first. */
const narrowest = (formats: readonly Precision[]): Precision | undefined =>
  formats.toSorted((a, b) => BYTES_PER_ELEMENT[a] - BYTES_PER_ELEMENT[b])[0];

/** Whether `a` is nowhere worse than `b`: not slower to multiply, not larger to store, nothing more to unpack. */
function asGood(a: Rated, b: Rated): boolean {
  return (
    a.device === b.device &&
    a.opsPerSecond >= b.opsPerSecond &&
    a.formats.weightBytes <= b.formats.weightBytes &&
    a.formats.activationBytes <= b.formats.activationBytes &&
    a.formats.cacheBytes <= b.formats.cacheBytes &&
    (!a.formats.dequantises || b.formats.dequantises)
  );
}

/** Whether weights that `a` leaves in 16 bits, because the others are so narrow, are narrower with `b`. */
const widens = (
  { formats: a }: Rated,
  { formats: b }: Rated,
  wideWeights: readonly WideWeights[],
): boolean =>
  a.wide !== undefined &&
  b.weightBytes < a.wide.weightBytes &&
  wideWeights.some(({ belowBytes }) => belowBytes > a.weightBytes && belowBytes <= b.weightBytes);

/** A device and the format in which it multiplies the activations; null when it cannot. */
interface Unit {
  device: Device;
  compute: Precision | null;
}

/** The first stack that runs the formats as they are asked for, or else the first that runs them wider. */
function firstSupported(units: readonly Unit[], asked: PrecisionPlan): Rated | null {
  const { weights, activations, cache } = asked;
  let wider: Rated | null = null;
  for (const { device, compute } of units) {
    if (compute === null) continue;
    const formats = formatsMultiplyingIn(compute, device, weights, activations, cache);
    if (!formats) continue;
    // The formats that really run, which a chip may have forced to be wider than those asked for.
    const precision = { weights: formats.stored, activations: compute, cache };
    const opsPerSecond = device.peakOpsPerSecond[compute] ?? 0;
    const option = { device, formats, precision, opsPerSecond };
    if (compute === activations && formats.stored === weights) return option;
    wider ??= option;
  }
  return wider;
}
