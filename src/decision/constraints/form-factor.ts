import { type Constraint, propertyCheck } from "./constraint.ts";
import { admits, describeFilter, isSet } from "./filter.ts";

/** A listed form factor means every form factor that has its words: "PCIe" means "PCIe HHHL single-slot" too. */
export const formFactor: Constraint = {
  id: "form-factor",
  title: "Form factor",
  check({ chip, workload }) {
    const filter = workload.constraints.formFactors;
    if (!isSet(filter)) return null;
    const limit = describeFilter(filter);
    if (chip.formFactor === null) {
      return propertyCheck(this, {
        limit,
        value: null,
        pass: filter.allow.length === 0,
        message: `${chip.name} has no known form factor; allowed is: ${limit}.`,
      });
    }
    const words = wordsOf(chip.formFactor);
    return propertyCheck(this, {
      limit,
      value: chip.formFactor,
      pass: admits(filter, (listed) => [...wordsOf(listed)].every((word) => words.has(word))),
      message: `The form factor is ${chip.formFactor}; allowed is: ${limit}.`,
    });
  },
};

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9.]+/)
      .filter((word) => word !== ""),
  );
}
