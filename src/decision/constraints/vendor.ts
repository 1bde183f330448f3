import { type Constraint, propertyCheck } from "./constraint.ts";
import { admits, describeFilter, isSet, sameName } from "./filter.ts";

export const vendor: Constraint = {
  id: "vendor",
  title: "Vendor",
  check({ chip, workload }) {
    const filter = workload.constraints.vendors;
    if (!isSet(filter)) return null;
    const pass = admits(filter, (listed) => sameName(listed, chip.vendor));
    return propertyCheck(this, {
      limit: describeFilter(filter),
      value: chip.vendor,
      pass,
      message: `The vendor is ${chip.vendor}; allowed is: ${describeFilter(filter)}.`,
    });
  },
};
