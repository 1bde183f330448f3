import { CHINESE_MAKERS } from "../../catalog/chinese-makers.ts";
import { exportClass } from "../../catalog/export-class.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";

/** US export thresholds of ECCN 3A090; a buyer in China has the chips of Chinese makers beside those below them. A chip whose figures do not tell its class fails: the buyer would have to prove it. */
export const exportLimit: Constraint = {
  id: "export",
  title: "Export class",
  check({ chip, workload }) {
    const limit = workload.constraints.exportClass;
    if (limit === "any") return null;
    if (limit === "china" && CHINESE_MAKERS.has(chip.vendor)) {
      const message = `${chip.name} is made by ${chip.vendor} in China: a buyer there needs no export licence.`;
      return propertyCheck(this, { limit, value: "domestic", pass: true, message });
    }
    const { category } = exportClass(chip);
    const message = {
      none: `${chip.name} lies below the thresholds of ECCN 3A090.`,
      "3A090.a": `${chip.name} falls under ECCN 3A090.a, so that its export needs a licence.`,
      "3A090.b": `${chip.name} falls under ECCN 3A090.b, so that its export needs a licence or a notification.`,
      unknown: `${chip.name} has too few known figures to tell whether it reaches ECCN 3A090.`,
    }[category];
    return propertyCheck(this, {
      limit,
      value: category === "none" ? "unrestricted" : category,
      pass: category === "none",
      message,
    });
  },
};
