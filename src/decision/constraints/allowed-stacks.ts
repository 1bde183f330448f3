import type { Stack } from "../../catalog/types.ts";
import type { Filter } from "../../input/workload-types.ts";
import { admits, sameName } from "./filter.ts";

/** The chip's stacks that the workload's filter leaves, listed by id or by name. */
export function allowedStacks(stacks: readonly Stack[], filter: Filter): readonly Stack[] {
  return stacks.filter((stack) =>
    admits(filter, (listed) => sameName(listed, stack.id) || sameName(listed, stack.name)),
  );
}
