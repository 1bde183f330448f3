import type { Operator, Step } from "./types.ts";

const MERGED = new WeakMap<Step, Step>();

/**
 * The step with operators that differ in nothing but their name as one, counted together: it takes as long. Networks repeat their
 * blocks, up to six times the same; steps that are remembered are merged once.
 */
export function mergeAlike(step: Step): Step {
  let merged = MERGED.get(step);
  if (!merged) MERGED.set(step, (merged = { ...step, operators: merge(step.operators) }));
  return merged;
}

function merge(operators: readonly Operator[]): readonly Operator[] {
  const merged: Operator[] = [];
  // Places in `merged` by a sum that equal operators share.
  const places = new Map<number, number[]>();
  for (const operator of operators) {
    const { m, n, k, operations, weightElements, activationElements } = operator;
    const sum = m + n + k + operations + weightElements + activationElements;
    const known = places.get(sum) ?? [];
    const place = known.find((at) => alike(merged[at], operator));
    const other = place === undefined ? undefined : merged[place];
    if (place === undefined || other === undefined) {
      places.set(sum, [...known, merged.length]);
      merged.push(operator);
    } else {
      merged[place] = { ...other, count: other.count + operator.count };
    }
  }
  return merged;
}

function alike(a: Operator | undefined, b: Operator): boolean {
  return (
    a?.kind === b.kind &&
    a.m === b.m &&
    a.n === b.n &&
    a.k === b.k &&
    a.groups === b.groups &&
    a.operations === b.operations &&
    a.weightElements === b.weightElements &&
    a.activationElements === b.activationElements &&
    a.cacheElements === b.cacheElements &&
    a.wideBelowBytes === b.wideBelowBytes
  );
}
