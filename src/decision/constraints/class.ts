import { type Constraint, propertyCheck } from "./constraint.ts";
import { admits, describeFilter, isSet, sameName } from "./filter.ts";

export const chipClass: Constraint = {
  id: "class",
  title: "Class",
  check({ chip, workload }) {
    const filter = workload.constraints.classes;
    if (!isSet(filter)) return null;
    const pass = admits(filter, (listed) => sameName(listed, chip.class));
    return propertyCheck(this, {
      limit: describeFilter(filter),
      value: chip.class,
      pass,
      message: `The class is ${chip.class}; allowed is: ${describeFilter(filter)}.`,
    });
  },
};
