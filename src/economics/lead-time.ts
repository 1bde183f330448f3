import type { System } from "../catalog/types.ts";
import type { Ownership } from "./ownership.ts";

/** A time between order and delivery, in weeks, and where it is from. */
interface LeadTime {
  weeks: number;
  source: string;
}

const ACCELERATED_SERVER: LeadTime = {
  weeks: 10,
  source:
    "middle of the 8 to 12 weeks of servers with H100 (Dell, reported by The Register, 2024-04-12); 36 to 52 weeks in the shortage of 2023 (Omdia)",
};
const FROM_STOCK: LeadTime = {
  weeks: 1,
  source: "middle of 0 to 2 weeks from a distributor's stock (simplytronix.com, 2026, weak)",
};
const SCHEDULED_PART: LeadTime = {
  weeks: 12,
  source:
    "middle of 8 to 16 weeks of standard production scheduling (simplytronix.com, 2026, weak); 26 weeks and more in a shortage",
};

const BOUGHT: Readonly<Record<System["kind"], LeadTime>> = {
  server: ACCELERATED_SERVER,
  "rack-scale": ACCELERATED_SERVER,
  pod: ACCELERATED_SERVER,
  workstation: FROM_STOCK,
  // Parts of a product are ordered by the thousand, not taken from stock.
  board: SCHEDULED_PART,
  device: SCHEDULED_PART,
};

const RENTED: LeadTime = {
  weeks: 0,
  source: "planning rents are on-demand offers, which can be had at any hour",
};

/** Time between order and delivery of hardware that is on sale. */
export function leadTime(kind: System["kind"], ownership: Ownership): LeadTime {
  return ownership === "rent" ? RENTED : BOUGHT[kind];
}
