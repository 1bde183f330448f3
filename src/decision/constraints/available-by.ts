import { type Constraint, propertyCheck } from "./constraint.ts";

/**
 * The catalogue knows the year of a chip, not the day, and first deliveries slip: a chip counts as on sale from the last day
 * of its year. A workload without a date accepts announced chips too.
 */
export const availableBy: Constraint = {
  id: "available-by",
  title: "Availability",
  check({ chip, workload }) {
    const limit = workload.constraints.availableBy;
    if (limit === null) return null;
    const value = `${chip.year}-12-31`;
    return propertyCheck(this, {
      limit,
      value,
      pass: value <= limit,
      message: `${chip.name} is a chip of ${chip.year}, counted as on sale from ${value}; needed by ${limit}.`,
    });
  },
};
