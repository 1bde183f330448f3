import type { Operator } from "./types.ts";

/**
 * `groups` multiplies of (m × k) by a (k × n) weight. Activations: m·k read and m·n written per group.
 *
 * @param wideBelowBytes as in `Operator`
 */
export function matmul(
  name: string,
  count: number,
  m: number,
  n: number,
  k: number,
  groups = 1,
  wideBelowBytes = 0,
): Operator {
  return {
    name,
    kind: "matmul",
    count,
    m,
    n,
    k,
    groups,
    operations: 2 * m * n * k * groups,
    weightElements: n * k * groups,
    activationElements: m * (n + k) * groups,
    cacheElements: 0,
    wideBelowBytes,
  };
}

/** Elementwise work: `elements` read plus written, `operationsPerElement` of arithmetic each. */
export function vector(
  name: string,
  count: number,
  elements: number,
  operationsPerElement = 4,
): Operator {
  return {
    name,
    kind: "vector",
    count,
    m: elements,
    n: 1,
    k: 1,
    groups: 1,
    operations: elements * operationsPerElement,
    weightElements: 0,
    activationElements: elements,
    cacheElements: 0,
    wideBelowBytes: 0,
  };
}

/** `rows` table rows of `width` elements read at random addresses and written out. */
export function gather(
  name: string,
  count: number,
  rows: number,
  width: number,
  wideBelowBytes = 0,
): Operator {
  return {
    name,
    kind: "gather",
    count,
    m: rows,
    n: width,
    k: 1,
    groups: 1,
    operations: rows * width,
    weightElements: rows * width,
    activationElements: rows * width,
    cacheElements: 0,
    wideBelowBytes,
  };
}
