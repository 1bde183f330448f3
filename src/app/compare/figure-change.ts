import type { FigureChange } from "../../report/compare/types.ts";

/** Both figures and how they differ. */
export function figureChange(
  a: number | null | undefined,
  b: number | null | undefined,
): FigureChange {
  const [before, after] = [a ?? null, b ?? null];
  if (before === null || after === null) {
    return { a: before, b: after, absolute: null, relative: null };
  }
  const absolute = after - before;
  return {
    a: before,
    b: after,
    absolute,
    relative: before === 0 ? null : absolute / Math.abs(before),
  };
}

/** Figures that differ in their last digits only come from sums in another order. */
const ROUNDING = 1e-12;

export function isSame({ a, b, relative }: FigureChange): boolean {
  return a === b || (relative !== null && Math.abs(relative) < ROUNDING);
}
