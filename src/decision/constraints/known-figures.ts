import { missingFigures } from "../../simulation/device.ts";
import { listed } from "../../units/listed.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";

/** Always checked, whatever the workload says. */
export const knownFigures: Constraint = {
  id: "known-figures",
  title: "Known figures",
  check({ chip }) {
    const unknown = missingFigures(chip);
    const pass = unknown.length === 0;
    return propertyCheck(this, {
      limit: "peak operations, memory, power",
      value: pass ? "all known" : `unknown: ${unknown.join(", ")}`,
      pass,
      message: pass
        ? `All figures that a simulation needs are known.`
        : `${chip.name} cannot be evaluated: nobody publishes its ${listed(unknown)}.`,
    });
  },
};
