import { formatQuantity } from "../../units/format.ts";
import { above, odd } from "./finding.ts";
import { largestDie } from "./die.ts";
import { writtenAt } from "../spec/written.ts";
import type { Rule } from "./rule.ts";

/** Exposure field of a scanner, 26 × 33 mm (economics.yaml reticle_limit; cost_model_chiplets, UCLA NanoCAD). */
const RETICLE_SIDES = [33, 26] as const;
const RETICLE_SQUARE_MILLIMETRES = 858;

export const dieReticle: Rule = {
  code: "CS3004",
  id: "die-reticle",
  title: "die larger than the reticle",
  level: "error",
  explanation:
    "A scanner exposes 26 × 33 mm = 858 mm² at a time, so no die is larger. process.largestDie, or process.dieArea divided by process.dies, is. More dies in the package, or stitching (wafer scale, with a suppression that says so), are the ways out.",
  check: ({ spec: { chip, silicon, document } }) => {
    const value = largestDie(chip, silicon);
    const [long = 0, short = 0] = (silicon.dieSidesMillimetres ?? []).toSorted((a, b) => b - a);
    if (long > RETICLE_SIDES[0] || short > RETICLE_SIDES[1]) {
      const message = `a die of ${long} × ${short} mm does not fit into the reticle of 33 × 26 mm`;
      return [
        odd({
          path: ["process", "dieWidth"],
          message,
          help: "sides up to 33 and 26 mm would pass",
        }),
      ];
    }
    if (value === null || value <= RETICLE_SQUARE_MILLIMETRES) return [];
    const dies = chip.process.diesPerPackage ?? 1;
    const total = chip.process.dieAreaSquareMillimetres;
    const stated = silicon.largestDieSquareMillimetres !== null;
    const each = formatQuantity(value, "square-millimetres");
    const more =
      total === null || stated
        ? ""
        : `, or process.dies ≥ ${Math.ceil(total / RETICLE_SQUARE_MILLIMETRES)}`;
    const field = !stated
      ? "dieArea"
      : writtenAt(document, ["process", "largestDie"]) !== undefined
        ? "largestDie"
        : "dieWidth";
    return [
      above({
        path: ["process", field],
        value,
        limit: RETICLE_SQUARE_MILLIMETRES,
        dimension: "square-millimetres",
        unit: "mm2",
        message: `a die of ${each} is larger than the reticle (26 × 33 mm = 858 mm2)${dies > 1 && !stated ? `, with ${dies} dies in the package` : ""}`,
        help: `process.${field} ≤ ${formatQuantity(RETICLE_SQUARE_MILLIMETRES * (stated ? 1 : dies), "square-millimetres")} would pass${more}`,
      }),
    ];
  },
};
