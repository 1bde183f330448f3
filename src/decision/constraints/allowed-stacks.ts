import type { Stack } from "../../catalog/types.ts";
import type { Filter } from "../../input/workload-types.ts";
import { admits, isSet, sameName } from "./filter.ts";

const ADMITTED = new WeakMap<Filter, WeakMap<Stack, boolean>>();

/** The chip's stacks that the workload's filter leaves, listed by id or by name; found once for all chips that share a stack. */
export function allowedStacks(stacks: readonly Stack[], filter: Filter): readonly Stack[] {
  if (!isSet(filter)) return stacks;
  let admitted = ADMITTED.get(filter);
  if (!admitted) ADMITTED.set(filter, (admitted = new WeakMap()));
  const known = admitted;
  return stacks.filter((stack) => {
    const answer = known.get(stack) ?? names(filter, stack);
    known.set(stack, answer);
    return answer;
  });
}

const names = (filter: Filter, stack: Stack): boolean =>
  admits(filter, (listed) => sameName(listed, stack.id) || sameName(listed, stack.name));
