import type { Chip } from "../../catalog/types.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";

/** Figures without which no simulation means anything, with their names for people. */
const NEEDED: readonly { name: string; isKnown: (chip: Chip) => boolean }[] = [
  { name: "peak operations", isKnown: (chip) => Object.keys(chip.peakOpsPerSecond).length > 0 },
  { name: "memory capacity", isKnown: (chip) => chip.memory.capacityBytes !== null },
  { name: "memory bandwidth", isKnown: (chip) => chip.memory.bandwidthBytesPerSecond !== null },
  { name: "power", isKnown: (chip) => chip.tdpWatts !== null },
];

/** Always checked, whatever the workload says. */
export const knownFigures: Constraint = {
  id: "known-figures",
  title: "Known figures",
  check({ chip }) {
    const unknown = NEEDED.filter(({ isKnown }) => !isKnown(chip)).map(({ name }) => name);
    const pass = unknown.length === 0;
    return propertyCheck(this, {
      limit: NEEDED.map(({ name }) => name).join(", "),
      value: pass ? "all known" : `unknown: ${unknown.join(", ")}`,
      pass,
      message: pass
        ? `All figures that a simulation needs are known.`
        : `${chip.name} cannot be evaluated: nobody publishes its ${unknown.join(" and its ")}.`,
    });
  },
};
