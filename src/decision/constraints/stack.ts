import { allowedStacks } from "./allowed-stacks.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";
import { describeFilter, isSet } from "./filter.ts";

/** At least one of the chip's software stacks must be allowed. */
export const stack: Constraint = {
  id: "stack",
  title: "Software stack",
  check({ chip, stacks, workload }) {
    const filter = workload.constraints.stacks;
    if (!isSet(filter)) return null;
    const names = stacks.map(({ id }) => id).join(", ") || "none";
    return propertyCheck(this, {
      limit: describeFilter(filter),
      value: names,
      pass: allowedStacks(stacks, filter).length > 0,
      message: `${chip.name} is run by: ${names}; allowed is: ${describeFilter(filter)}.`,
    });
  },
};
