import type { Chip, Deployment } from "../../catalog/types.ts";
import type { Place } from "../../input/workload-types.ts";

/**
 * Where chips of each kind can stand, by what they are built for. `cloud` admits every kind: there the question is only
 * whether someone rents it. `on-premises` is a company's own building, from server room to industrial PC; `pc` one
 * person's laptop, desktop or workstation; `edge` a cabinet, a shop or a pole without a server room's cooling; `vehicle`
 * and `device` mean parts built into a product.
 */
const KINDS: Readonly<Record<Place, ReadonlySet<Deployment>>> = {
  cloud: new Set([
    "datacenter",
    "edge-server",
    "workstation",
    "mobile",
    "embedded",
    "automotive",
    "mcu",
  ]),
  datacenter: new Set(["datacenter", "edge-server", "workstation"]),
  "on-premises": new Set(["datacenter", "edge-server", "workstation", "embedded"]),
  pc: new Set(["workstation", "mobile"]),
  edge: new Set(["edge-server", "workstation", "embedded", "mcu"]),
  vehicle: new Set(["automotive", "embedded", "mcu"]),
  device: new Set(["mobile", "embedded", "mcu"]),
};

/**
 * Data-centre cards up to this power serve at the edge too (T4, L4, A10): 75 W from the slot and 75 W from one six-pin
 * plug, the limits of the PCI Express card specification, are what a small box can feed and cool.
 */
const EDGE_CARD_WATTS = 150;

/** Whole personal computers: no rack, no second power supply and no management from afar, which a data centre asks for. */
const PERSONAL_COMPUTER = /^(Mac|mini PC|laptop|SoC \(laptop)/;

/** Whether a chip is built for a place. Says nothing about whether it can be had there. */
export function isBuiltFor(
  chip: Pick<Chip, "deployment" | "tdpWatts" | "formFactor">,
  place: Place,
): boolean {
  if (place === "datacenter" && PERSONAL_COMPUTER.test(chip.formFactor ?? "")) return false;
  if (KINDS[place].has(chip.deployment)) return true;
  return (
    place === "edge" &&
    chip.deployment === "datacenter" &&
    chip.tdpWatts !== null &&
    chip.tdpWatts <= EDGE_CARD_WATTS
  );
}

/** Places in words for messages: "at the edge". */
export const PLACE_WORDS: Readonly<Record<Place, string>> = {
  cloud: "in a public cloud",
  datacenter: "in a data centre",
  "on-premises": "on the premises",
  pc: "in a personal computer",
  edge: "at the edge",
  vehicle: "in a vehicle",
  device: "in a device",
};
