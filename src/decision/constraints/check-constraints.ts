import type { LimitCheck } from "../../planner/types.ts";
import { availableBy } from "./available-by.ts";
import { chip } from "./chip.ts";
import { chipPower } from "./chip-power.ts";
import { chipClass } from "./class.ts";
import type { Constraint, ConstraintContext } from "./constraint.ts";
import { estimates } from "./estimates.ts";
import { exportLimit } from "./export.ts";
import { formFactor } from "./form-factor.ts";
import { knownFigures } from "./known-figures.ts";
import { place } from "./place.ts";
import { safety } from "./safety.ts";
import { stack } from "./stack.ts";
import { stillMade } from "./still-made.ts";
import { taskSupport } from "./task-support.ts";
import { vendor } from "./vendor.ts";

/** Hard limits on what a chip is, in the order in which a reader wants to see them. Limits on what a plan does are the planner's. */
export const CONSTRAINTS: readonly Constraint[] = [
  place,
  taskSupport,
  knownFigures,
  vendor,
  chipClass,
  chip,
  stack,
  formFactor,
  safety,
  exportLimit,
  availableBy,
  stillMade,
  chipPower,
  estimates,
];

/** Checks every limit that the workload sets; a chip that misses one is listed with all its reasons, never planned. */
export function checkConstraints(context: ConstraintContext): readonly LimitCheck[] {
  return CONSTRAINTS.map((constraint) => constraint.check(context)).filter(
    (check) => check !== null,
  );
}
