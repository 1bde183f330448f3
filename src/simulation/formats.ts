import { BYTES_PER_ELEMENT, BYTES_PER_WEIGHT, type Precision } from "../units/precision.ts";
import type { Device } from "./device.ts";

/** The formats that one configuration really runs in: what is stored, and what the matrix unit multiplies. */
export interface Formats {
  /** Format of the multiplies. */
  compute: Precision;
  /** Format in which weights are stored. */
  stored: Precision;
  weightBytes: number;
  activationBytes: number;
  cacheBytes: number;
  /** True when weights are stored narrower than they are multiplied, and must be unpacked. */
  dequantises: boolean;
  /** Of the weights that a narrowed checkpoint leaves in 16 bits; absent where the stack narrows all of them. */
  wide?: Formats;
  /** A kernel before each multiply scales its activations and narrows them; absent where the one before writes them so. */
  casts?: true;
}

/** Bytes of a weight that stays wide. */
export const WIDE_BYTES = 2;

const WIDE: readonly Precision[] = ["bf16", "fp16"];

/** The same multiplies with 16-bit operands; `formats` itself where they have those already, or the chip has no such unit. */
export function wideFormats(
  { peakOpsPerSecond }: Pick<Device, "peakOpsPerSecond">,
  formats: Formats,
): Formats {
  if (BYTES_PER_ELEMENT[formats.compute] >= WIDE_BYTES && !formats.dequantises) return formats;
  const compute = WIDE.find((format) => peakOpsPerSecond[format] !== undefined);
  if (compute === undefined) return formats;
  return {
    compute,
    stored: compute,
    weightBytes: WIDE_BYTES,
    activationBytes: WIDE_BYTES,
    cacheBytes: WIDE_BYTES,
    dequantises: false,
  };
}

/**
 * Formats that a multiply may run in, the asked one first, then those that may stand in for it, widest last: nothing overflows on the way up. BF16
 * stands in for FP16, as on TPUs (three bits of precision less), but FP16 not for BF16, whose range it lacks: who takes it
 * on a V100 or T4 lists it among the allowed formats.
 */
const AS_WIDE: Readonly<Record<Precision, readonly Precision[]>> = {
  // Where no unit multiplies four bits, kernels unpack them to sixteen (Marlin, MXFP4 on Hopper), not to eight.
  fp4: ["fp4", "bf16", "fp16", "fp8", "tf32", "fp32", "fp64"],
  fp8: ["fp8", "bf16", "fp16", "tf32", "fp32", "fp64"],
  int4: ["int4", "int8", "fp16", "bf16", "tf32", "fp32", "fp64"],
  int8: ["int8", "fp16", "bf16", "tf32", "fp32", "fp64"],
  bf16: ["bf16", "tf32", "fp32", "fp64"],
  fp16: ["fp16", "bf16", "tf32", "fp32", "fp64"],
  tf32: ["tf32", "fp32", "fp64"],
  fp32: ["fp32", "fp64"],
  fp64: ["fp64"],
};

/**
 * Resolves allowed formats on a device, or null when chip and stack have no way to run them. A stack must support the
 * format that is multiplied, and the stored weight format either as such or as weight-only quantisation.
 */
export function resolveFormats(
  device: Device,
  weights: Precision,
  activations: Precision,
  cache: Precision,
): Formats | null {
  const compute = computeFormat(device, activations);
  return compute && formatsMultiplyingIn(compute, device, weights, activations, cache);
}

export const sameFormats = (a: Formats, b: Formats): boolean =>
  a.compute === b.compute &&
  a.stored === b.stored &&
  a.activationBytes === b.activationBytes &&
  a.cacheBytes === b.cacheBytes;

/** The same where it is known in which format the device multiplies what comes as `activations`. */
export function formatsMultiplyingIn(
  compute: Precision,
  device: Device,
  weights: Precision,
  activations: Precision,
  cache: Precision,
): Formats | null {
  const stored = storedFormat(device, weights, compute, compute !== activations);
  if (stored === null) return null;
  const activationBytes = Math.max(
    BYTES_PER_ELEMENT[activations],
    compute === activations ? 0 : BYTES_PER_ELEMENT[compute],
  );
  const formats: Formats = {
    compute,
    stored,
    weightBytes: BYTES_PER_WEIGHT[stored],
    activationBytes,
    cacheBytes: BYTES_PER_ELEMENT[cache],
    dequantises: BYTES_PER_ELEMENT[stored] < BYTES_PER_ELEMENT[compute],
  };
  if (device.stack.publishedCheckpoints !== true || formats.weightBytes >= WIDE_BYTES)
    return formats;
  const wide = wideFormats(device, formats);
  if (wide === formats) return formats;
  return { ...formats, wide, ...(activationBytes < WIDE_BYTES ? { casts: true } : {}) };
}

/** The format in which the device multiplies `wanted`; null when chip and stack have none. */
export function computeFormat(device: Device, wanted: Precision): Precision | null {
  const { precisions } = device.stack;
  return (
    AS_WIDE[wanted].find(
      (format) => device.peakOpsPerSecond[format] !== undefined && precisions.includes(format),
    ) ?? null
  );
}

/** Narrow weights stay narrow where the stack unpacks them; a format that the chip lacks altogether is stored as it is multiplied. */
function storedFormat(
  device: Device,
  weights: Precision,
  compute: Precision,
  widened: boolean,
): Precision | null {
  if (BYTES_PER_ELEMENT[weights] > BYTES_PER_ELEMENT[compute]) return compute;
  if (weights === compute || BYTES_PER_ELEMENT[weights] === BYTES_PER_ELEMENT[compute]) {
    return compute;
  }
  if (device.stack.weightOnly.includes(weights)) return weights;
  return widened ? compute : null;
}
