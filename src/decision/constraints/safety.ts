import { type Constraint, propertyCheck } from "./constraint.ts";
import { claimedSafetyLevel, SAFETY_LEVELS } from "./safety-level.ts";

/** A chip without a claim fails every level but QM: nobody may assume a safety case that the vendor does not make. */
export const safety: Constraint = {
  id: "safety",
  title: "Functional safety",
  check({ chip, workload }) {
    const limit = workload.constraints.safety;
    if (limit === null) return null;
    const claimed = chip.safety === null ? null : claimedSafetyLevel(chip.safety);
    const needed = SAFETY_LEVELS.indexOf(limit);
    const pass = needed <= (claimed === null ? 0 : SAFETY_LEVELS.indexOf(claimed));
    return propertyCheck(this, { limit, value: claimed, pass, message: message() });

    function message(): string {
      if (chip.safety === null) return `${chip.name} claims no safety level; ${limit} is asked.`;
      if (claimed === null) {
        return `The vendor says "${chip.safety}", which claims no ASIL for the whole chip; ${limit} is asked.`;
      }
      return `The vendor says "${chip.safety}", read as ${claimed}; ${limit} is asked.`;
    }
  },
};
