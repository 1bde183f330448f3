import { type Constraint, propertyCheck } from "./constraint.ts";
import { admits, describeFilter, isSet, sameName } from "./filter.ts";

export const chip: Constraint = {
  id: "chip",
  title: "Chip",
  check({ chip, workload }) {
    const filter = workload.constraints.chips;
    if (!isSet(filter)) return null;
    const pass = admits(
      filter,
      (listed) => sameName(listed, chip.id) || sameName(listed, chip.name),
    );
    return propertyCheck(this, {
      limit: describeFilter(filter),
      value: chip.id,
      pass,
      message: pass
        ? `${chip.name} is allowed by: ${describeFilter(filter)}.`
        : `${chip.name} is not chosen; allowed is: ${describeFilter(filter)}.`,
    });
  },
};
