/** Expected value of the largest of 1, 2, 4 … 256 independent standard normals (H. L. Harter, Biometrika 48, 1961, table 1). */
const LARGEST = [0, 0.5642, 1.0294, 1.4236, 1.766, 2.0697, 2.3437, 2.5936, 2.8243];

/** Between powers of two, and beyond the table, straight in the logarithm. */
function largestNormal(count: number): number {
  const place = Math.log2(count);
  const low = Math.min(Math.floor(place), LARGEST.length - 2);
  const below = LARGEST[low] ?? 0;
  const above = LARGEST[low + 1] ?? below;
  return below + (place - low) * (above - below);
}

/**
 * Mean number of hits on the busiest of `groups`, of which each is hit `mean` times on average: the step waits for that one. Hits are
 * independent of each other, `share` is the probability of one.
 */
export function busiest(mean: number, share: number, groups: number): number {
  return mean + largestNormal(groups) * Math.sqrt(mean * (1 - share));
}
