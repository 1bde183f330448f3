import type { System } from "../catalog/types.ts";
import type { EconomicRates } from "./rates.ts";

/** Boards and devices are built into a camera, a car or a wall: nobody takes them out to sell them. */
const SOLD_USED: ReadonlySet<System["kind"]> = new Set([
  "server",
  "rack-scale",
  "pod",
  "workstation",
]);

/** Share of the purchase price that hardware brings after `years`: book value by straight line, less the resale discount. */
export function resaleShare(kind: System["kind"], years: number, rates: EconomicRates): number {
  if (!SOLD_USED.has(kind)) return 0;
  return Math.max(0, 1 - years / rates.lifeYears) * rates.resaleShareOfBookValue;
}
