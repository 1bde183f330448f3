/** Below this, an error is as good as none: rows of one setup differ by as much from run to run. */
const FREE = 0.05;
/** Above this (a factor of 7), a row says that it was misunderstood, not by how much the parameters are off. */
const LOST = 2;
const LOST_SLOPE = 0.1;

/**
 * Loss of one row whose prediction is off by the factor exp(logRatio): square near zero, then straight, then nearly flat (Huber's
 * loss with a cut), so that the typical row counts and the hopeless one does not pull.
 */
export function robustLoss(logRatio: number): number {
  const size = Math.abs(logRatio);
  if (size < FREE) return (size * size) / (2 * FREE);
  const straight = Math.min(size, LOST) - FREE / 2;
  return straight + LOST_SLOPE * Math.max(0, size - LOST);
}

/** Loss of a parameter that is `distance` standard deviations from its prior. */
export const priorLoss = (distance: number): number => (distance * distance) / 2;
