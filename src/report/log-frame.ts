import type { ScatterPlot } from "./document.ts";
import { significant } from "./figures.ts";

/** Both axes of a scatter plot: one range of whole decades that holds every point. */
export interface LogFrame {
  /** Decimal logarithms of the points that can be drawn. */
  points: readonly { x: number; y: number }[];
  /** Decimal logarithms of the ends of both axes, whole numbers. */
  low: number;
  high: number;
}

/** null without a point that can be drawn. */
export function logFrame(plot: ScatterPlot): LogFrame | null {
  const points = plot.points
    .filter(({ x, y }) => drawable(x) && drawable(y))
    .map(({ x, y }) => ({ x: Math.log10(x), y: Math.log10(y) }));
  if (points.length === 0) return null;
  const values = points.flatMap(({ x, y }) => [x, y]);
  const low = Math.floor(values.reduce((least, value) => Math.min(least, value)));
  const highest = values.reduce((most, value) => Math.max(most, value));
  return { points, low, high: Math.max(low + 1, Math.ceil(highest)) };
}

function drawable(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

/** How an axis writes a power of ten: in full from 0.01 to 10000. */
export function powerOfTen(exponent: number): string {
  return exponent >= -2 && exponent <= 4 ? significant(10 ** exponent, 1) : `1e${exponent}`;
}
