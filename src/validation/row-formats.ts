import type { Device } from "../simulation/device.ts";
import { resolveFormats, type Formats } from "../simulation/formats.ts";
import { BYTES_PER_ELEMENT, PRECISIONS, type Precision } from "../units/precision.ts";
import type { FrameworkRule } from "./naming.ts";
import { isSkipped, skip, type Skipped } from "./outcome.ts";
import { cell, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";
import type { Unsaid } from "./unsaid.ts";

const BITS_PER_WEIGHT = /=\s*([\d.]+) bits\/weight/u;
const MIXED = /^w(\d+)a(\d+)$/u;

/**
 * Formats of a row. A word such as `w4a16` is 4-bit weights beside 16-bit activations, with the bits per weight of the note where it
 * has them. Weights below eight bits without a word on activations leave those at 16 bits. That the row was measured
 * shows that the stack runs the formats, so the stack's own list is not asked.
 */
export function rowFormats(
  row: MeasurementRow,
  device: Device,
  rule: FrameworkRule | null,
  unsaid: Unsaid = {},
): RowFormats | Skipped {
  const weights = weightWord(row);
  if (weights === null) return skip(`precision not understood: ${cell(row, "weights_precision")}`);
  const activations = activationWord(
    cell(row, "activation_precision"),
    weights,
    blockFormat(device, rule),
  );
  if (activations === null) {
    return skip(`precision not understood: ${cell(row, "activation_precision")}`);
  }
  const cache = cacheWord(cell(row, "kv_precision"), weights, rule, unsaid);
  const resolved = resolveOpenly(device, weights.stored, activations, cache);
  if (isSkipped(resolved)) return resolved;
  const { formats } = resolved;
  const meanBits = numberInNote(row, BITS_PER_WEIGHT);
  const bits = meanBits ?? (weights.bits === 4 ? null : weights.bits);
  const weightBytes = bits === null ? formats.weightBytes : bits / 8;
  const { wide: _, ...narrow } = formats;
  return {
    device: resolved.device,
    formats: {
      // A mean over all weights holds those that stay wide.
      ...(meanBits === null ? formats : narrow),
      weightBytes,
      cacheBytes: cell(row, "kv_precision") === "int4" ? 0.5 : formats.cacheBytes,
    },
  };
}

/** The formats, and the device with the rates that they run at. */
export interface RowFormats {
  device: Device;
  formats: Formats;
}

/** Formats on any stack of the chip; 16-bit operands at half the 8-bit rate where nobody quotes a rate for them. */
export function resolveOpenly(
  device: Device,
  weights: Precision,
  activations: Precision,
  cache: Precision,
): RowFormats | Skipped {
  for (const candidate of [device, twoPasses(device)]) {
    const formats = resolveFormats(openDevice(candidate), weights, activations, cache);
    if (formats) return { device: candidate, formats };
  }
  return skip(`${device.chip.id} has no peak rate for ${activations}`);
}

/** Rates of the chip, multiplies of any format that it has a rate for. */
function openDevice(device: Device): Device {
  return {
    ...device,
    stack: { ...device.stack, precisions: PRECISIONS, weightOnly: PRECISIONS },
  };
}

/** 16-bit operands on a unit that is quoted for eight bits only take two passes (Hexagon, RKNN and their kin). */
function twoPasses(device: Device): Device {
  const { int8 } = device.peakOpsPerSecond;
  if (int8 === undefined || device.peakOpsPerSecond.fp16 !== undefined) return device;
  const reachable = device.reachableOpsPerSecond.int8 ?? 0;
  return {
    ...device,
    peakOpsPerSecond: { ...device.peakOpsPerSecond, fp16: int8 / 2 },
    reachableOpsPerSecond: { ...device.reachableOpsPerSecond, fp16: reachable / 2 },
  };
}

interface Weights {
  stored: Precision;
  /** Null where the format's own size holds. */
  bits: number | null;
  /** Activation bits that the same word names. */
  activationBits: number | null;
}

function weightWord(row: MeasurementRow): Weights | null {
  const word = cell(row, "weights_precision") || cell(row, "activation_precision") || "bf16";
  const mixed = MIXED.exec(word);
  if (mixed) {
    const bits = Number(mixed[1]);
    return { stored: bits > 4 ? "int8" : "int4", bits, activationBits: Number(mixed[2]) };
  }
  if (word === "int2") return { stored: "int4", bits: 2, activationBits: null };
  // MLPerf's diffusion submissions: the denoiser in FP8, text encoders and decoder wider.
  if (word === "mixed") return { stored: "fp8", bits: null, activationBits: null };
  const stored = readPrecision(word);
  return stored === null ? null : { stored, bits: null, activationBits: null };
}

/** Activations beside FP4 weights where nobody states them: kernels for MXFP4 × MXFP8, or 16 bits and unpacking. */
function blockFormat(device: Device, rule: FrameworkRule | null): Precision {
  return rule?.blockActivations === true && device.peakOpsPerSecond.fp4 !== undefined
    ? "fp8"
    : "fp16";
}

function activationWord(word: string, weights: Weights, besideFp4: Precision): Precision | null {
  if (word === "mixed") return "fp8";
  if (word !== "") return readPrecision(word);
  if (weights.activationBits === 8) return "int8";
  if (weights.activationBits !== null) return "fp16";
  if (weights.stored === "fp4") return besideFp4;
  return BYTES_PER_ELEMENT[weights.stored] < 1 ? "fp16" : weights.stored;
}

/** 16 bits unless the row or its source's scripts say otherwise, or the framework narrows the cache with the model. */
function cacheWord(
  word: string,
  weights: Weights,
  rule: FrameworkRule | null,
  unsaid: Unsaid,
): Precision {
  if (word === "int4") return "int8";
  const named = word === "" ? null : readPrecision(word);
  if (named !== null) return named;
  if (unsaid.cache !== undefined) return unsaid.cache;
  const narrow = weights.stored === "fp8" || weights.stored === "fp4";
  return narrow && rule?.narrowCache ? rule.narrowCache : "fp16";
}

/** A precision word of the measurements; `int16` is read as 16-bit operands. */
export function readPrecision(word: string): Precision | null {
  if (word === "int16") return "fp16";
  return PRECISIONS.find((precision) => precision === word) ?? null;
}
