import type { Chip } from "../../catalog/types.ts";
import type { Silicon } from "../spec/silicon.ts";

/** Area of the largest die in mm²: as stated, else an equal share of all dies; null when nobody says. */
export function largestDie(chip: Chip, silicon: Silicon | null): number | null {
  if (silicon?.largestDieSquareMillimetres) return silicon.largestDieSquareMillimetres;
  const { dieAreaSquareMillimetres, diesPerPackage } = chip.process;
  return dieAreaSquareMillimetres === null
    ? null
    : dieAreaSquareMillimetres / (diesPerPackage ?? 1);
}
