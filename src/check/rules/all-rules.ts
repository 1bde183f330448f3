import { dieReticle } from "./die-reticle.ts";
import { linkSerdes } from "./link-serdes.ts";
import { memoryBandwidth } from "./memory-bandwidth.ts";
import { memoryBeachfront } from "./memory-beachfront.ts";
import { memoryCapacity } from "./memory-capacity.ts";
import { missingFigures } from "./missing-figures.ts";
import { peakArithmetic } from "./peak-arithmetic.ts";
import { powerDensity } from "./power-density.ts";
import { ridgePoint } from "./ridge-point.ts";
import type { Rule } from "./rule.ts";
import { sparsePeak } from "./sparse-peak.ts";
import { sramAreaRule } from "./sram-area.ts";
import { unsupportedPrecision } from "./unsupported-precision.ts";

/** Rules of spec sanity, by code. Codes are stable: a retired one is never used again. */
export const RULES: readonly Rule[] = [
  peakArithmetic,
  memoryBandwidth,
  memoryBeachfront,
  dieReticle,
  powerDensity,
  linkSerdes,
  sramAreaRule,
  ridgePoint,
  unsupportedPrecision,
  sparsePeak,
  missingFigures,
  memoryCapacity,
];

/** The rule of that code or name, whatever the case. */
export function findRule(name: string): Rule | null {
  const wanted = name.trim().toLowerCase();
  return RULES.find(({ code, id }) => code.toLowerCase() === wanted || id === wanted) ?? null;
}
