import { type Constraint, propertyCheck } from "./constraint.ts";

export const chipPower: Constraint = {
  id: "chip-power",
  title: "Power of one chip",
  check({ chip, workload }) {
    const limit = workload.constraints.chipPowerWatts;
    if (limit === null) return null;
    const value = chip.tdpWatts;
    if (value === null) {
      return propertyCheck(this, {
        limit,
        value,
        pass: false,
        message: `${chip.name} has no known power; at most ${limit} W are allowed.`,
      });
    }
    const pass = value <= limit;
    return {
      id: this.id,
      title: this.title,
      limit,
      value,
      unit: "W",
      pass,
      shortfall: pass ? null : value - limit,
      message: pass
        ? `${chip.name} is rated ${value} W of the allowed ${limit} W.`
        : `${chip.name} is rated ${value} W, ${Number((value - limit).toPrecision(3))} W over the allowed ${limit} W.`,
    };
  },
};
