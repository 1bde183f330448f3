/** Fixed range of a criterion: `worst` is worth 0, `best` is worth 1. Either may be the larger number. */
export interface ValueRange {
  worst: number;
  best: number;
}

export type ValueScale = "linear" | "log";

/**
 * Value of a figure, 0..1, on a fixed range (Keeney & Raiffa 1976, with global scaling). Linear: equal steps are worth
 * the same; log: equal factors are. Past either end the value is clipped: more than the best end is worth nothing.
 *
 * @param figure finite; more than 0 on a log scale
 */
export function valueOf(
  figure: number,
  range: ValueRange,
  scale: ValueScale,
): { value: number; clipped: boolean } {
  const raw = (place(figure, scale) - place(range.worst, scale)) / span(range, scale);
  const value = Math.min(1, Math.max(0, raw));
  return { value, clipped: value !== raw };
}

/** `valueOf(…).value` for many figures: what depends on the range alone is worked out once. */
export function valueFunction(range: ValueRange, scale: ValueScale): (figure: number) => number {
  const worst = place(range.worst, scale);
  const length = span(range, scale);
  return (figure) => Math.min(1, Math.max(0, (place(figure, scale) - worst) / length));
}

/** The figure that is worth `value`: the inverse of `valueOf` inside the range. */
export function figureWorth(value: number, range: ValueRange, scale: ValueScale): number {
  const at = place(range.worst, scale) + value * span(range, scale);
  return scale === "log" ? Math.exp(at) : at;
}

function span({ worst, best }: ValueRange, scale: ValueScale): number {
  const length = place(best, scale) - place(worst, scale);
  if (!Number.isFinite(length) || length === 0) {
    throw new RangeError(
      `a ${scale} value function needs two different ends, got ${worst} and ${best}`,
    );
  }
  return length;
}

function place(figure: number, scale: ValueScale): number {
  return scale === "log" ? Math.log(figure) : figure;
}
