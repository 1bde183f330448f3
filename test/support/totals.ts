import type { Operator, OperatorKind, Step } from "../../src/workload/types.ts";

type Figure = "operations" | "weightElements" | "activationElements" | "cacheElements";

/** Sum of a figure over the operators of a step, of all kinds or of some. */
export function total(step: Step, figure: Figure, ...kinds: readonly OperatorKind[]): number {
  return step.operators
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, operator) => sum + operator.count * operator[figure], 0);
}

export function named(step: Step, name: string): Operator {
  const found = step.operators.find((operator) => operator.name === name);
  if (!found) throw new Error(`no operator ${name}`);
  return found;
}
