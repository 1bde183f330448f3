import type { Chip, Model, Stack, System } from "../../catalog/types.ts";
import type { Workload } from "../../input/workload-types.ts";
import type { LimitCheck } from "../../planner/types.ts";

/** All that a hard limit on a chip's properties may look at. */
export interface ConstraintContext {
  chip: Chip;
  system: System;
  /** Stacks that run on the chip. */
  stacks: readonly Stack[];
  workload: Workload;
  /** Model of each task, by task id. */
  models: ReadonlyMap<string, Model>;
  /** Planning rent from `cheapestRent`; null when nobody rents the chip. */
  rentUsdPerChipHour: number | null;
}

/** One hard limit. `check` returns null when the workload sets no such limit. */
export interface Constraint {
  id: string;
  title: string;
  check(context: ConstraintContext): LimitCheck | null;
}

/** Result of a yes/no limit: there is no distance by which it is missed. */
export function propertyCheck(
  { id, title }: { id: string; title: string },
  { limit, value, pass, message }: Pick<LimitCheck, "limit" | "value" | "pass" | "message">,
): LimitCheck {
  return { id, title, unit: "", shortfall: null, limit, value, pass, message };
}
