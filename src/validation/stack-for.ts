import type { Chip, Stack } from "../catalog/types.ts";
import type { Naming } from "./naming.ts";

/**
 * The stack that stands in for a row's framework: the first name of the framework's list that the chip's own list has, then the
 * first that names a stack in full (software that the catalogue does not recommend for the chip may still have been
 * measured on it), then the chip's first stack that serves the phase. "a>b" takes b where the chip has a: an older release.
 */
export function stackFor(
  chip: Chip,
  framework: string,
  phase: Stack["phases"][number],
  naming: Naming,
  stacks: ReadonlyMap<string, Stack>,
): Stack | null {
  const own = chip.stacks.flatMap((id) => stacks.get(id) ?? []);
  const wanted = naming.frameworks[framework]?.stacks ?? [];
  for (const name of wanted) {
    const [today, older] = name.split(">");
    if (older !== undefined) {
      const stack = own.some(({ id }) => id === today) ? stacks.get(older) : undefined;
      if (stack) return stack;
      continue;
    }
    const matching = own.filter((stack) => named(name, stack.id));
    const found = matching.find((stack) => stack.phases.includes(phase)) ?? matching[0];
    if (found) return found;
  }
  const elsewhere = wanted.flatMap((name) => stacks.get(name) ?? [])[0];
  if (elsewhere) return elsewhere;
  // A stack for another phase is better than none: vendors of small chips have one tool for everything.
  return own.find((stack) => stack.phases.includes(phase)) ?? own[0] ?? null;
}

function named(pattern: string, id: string): boolean {
  return pattern.endsWith("*") ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
