import { PRECISIONS } from "../units/precision.ts";
import type { Precision } from "../units/precision.ts";
import type { Chip } from "./types.ts";

/** Where a chip stands against ECCN 3A090 of the US Export Administration Regulations. */
export interface ExportClass {
  /** Largest dense TOPS × bit length over the formats; null when no peak is known. */
  totalProcessingPerformance: number | null;
  /** Total processing performance per square millimetre of die; null when the die area is unknown. */
  performanceDensity: number | null;
  /** The paragraph that the chip falls under; "unknown" when the figures that decide are missing. */
  category: "3A090.a" | "3A090.b" | "none" | "unknown";
}

/** Bits of one factor of the multiplication. TF32 multiplies 1 + 8 + 10 bits, whatever it is stored in. */
const BIT_LENGTH: Readonly<Record<Precision, number>> = {
  fp64: 64,
  fp32: 32,
  tf32: 19,
  bf16: 16,
  fp16: 16,
  fp8: 8,
  fp4: 4,
  int8: 8,
  int4: 4,
};

/** Thresholds of 3A090.a and .b as of the rule of 17 October 2023 (88 FR 73458), in force in January 2026. */
const CONTROLLED = 4800;
const LOWEST = 1600;
const MIDDLE = 2400;
const DENSE_A = 5.92;
const DENSE_B_LOW_PERFORMANCE = 3.2;
const DENSE_B = 1.6;

/**
 * Total processing performance = 2 × MacTOPS × bit length, which is dense TOPS × bit length since a multiply-accumulate
 * is two operations; performance density divides by the die area in mm².
 *
 * 3A090.a: 4800 or more, or 1600 or more at a density of at least 5.92. 3A090.b: 2400 up to 4800 at a density from 1.6 up to
 * 5.92, or 1600 or more at one from 3.2 up to 5.92. Chips not meant for data centres are exempt below 4800 (Note 2 to
 * 3A090). A first orientation from published figures, not legal advice.
 */
export function exportClass(chip: Chip): ExportClass {
  const performance = totalProcessingPerformance(chip);
  const area = chip.process.dieAreaSquareMillimetres;
  const density = performance === null || area === null ? null : performance / area;
  return {
    totalProcessingPerformance: performance,
    performanceDensity: density,
    category: performance === null ? "unknown" : categoryOf(performance, density, chip),
  };
}

function totalProcessingPerformance(chip: Chip): number | null {
  const products = PRECISIONS.flatMap((precision) => {
    const peak = chip.peakOpsPerSecond[precision];
    return peak === undefined ? [] : [(peak / 1e12) * BIT_LENGTH[precision]];
  });
  return products.length === 0 ? null : Math.max(...products);
}

function categoryOf(
  performance: number,
  density: number | null,
  chip: Chip,
): ExportClass["category"] {
  if (performance >= CONTROLLED) return "3A090.a";
  const forDataCentres = chip.deployment === "datacenter" || chip.deployment === "edge-server";
  if (performance < LOWEST || !forDataCentres) return "none";
  if (density === null) return "unknown";
  if (density >= DENSE_A) return "3A090.a";
  const lowestDensity = performance >= MIDDLE ? DENSE_B : DENSE_B_LOW_PERFORMANCE;
  return density >= lowestDensity ? "3A090.b" : "none";
}
