import type { Operator } from "../types.ts";

/** Multiply-accumulates of the layers that published counts include: all but vector work and table reads. */
export function macsOf(operators: readonly Operator[]): number {
  let macs = 0;
  for (const operator of operators) {
    const { kind, count, m, n, k, groups } = operator;
    if (kind === "vector" || kind === "gather") continue;
    macs += count * (kind === "attention" ? operator.operations / 2 : m * n * k * groups);
  }
  return macs;
}
