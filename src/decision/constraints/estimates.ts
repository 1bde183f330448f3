import { figuresThatCount } from "../estimated-figures.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";

/** Where the workload accepts published figures only, no figure that carries the result may be an estimate. */
export const estimates: Constraint = {
  id: "estimates",
  title: "Published figures only",
  check({ chip, workload }) {
    if (workload.constraints.allowEstimates) return null;
    const estimated = figuresThatCount(chip.estimated);
    const pass = estimated.length === 0;
    return propertyCheck(this, {
      limit: "none estimated",
      value: pass ? "none estimated" : `${estimated.length} estimated`,
      pass,
      message: pass
        ? `No figure of ${chip.name} that carries the result is an estimate.`
        : `Estimated, not published, for ${chip.name}: ${estimated.join(", ")}.`,
    });
  },
};
