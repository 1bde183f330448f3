import type { InferenceTask } from "../../input/workload-types.ts";
import { oneShotPoint, type OneShotPoint, type OneShotSetup } from "../../simulation/one-shot.ts";
import type { Pins } from "../pins.ts";

const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Batch sizes, ascending. Frames of one stream come one by one; only different streams can share a batch. */
export function batchSizes({ load }: InferenceTask, pins: Pins): readonly number[] {
  if (pins.batch !== null) return [pins.batch];
  return load.kind === "frames" ? BATCHES.filter((batch) => batch <= load.streams) : BATCHES;
}

/** Those that fit (a pinned one even if not); once larger ones stop paying twice in a row, none of the next ones does. */
export function* pointsOf(
  setup: OneShotSetup,
  sizes: readonly number[],
  pins: Pins,
): Generator<OneShotPoint> {
  let slower = 0;
  let best = 0;
  for (const batch of sizes) {
    const point = oneShotPoint(setup, batch);
    if (!point.fits && pins.batch === null) return;
    yield point;
    slower = point.requestsPerSecond > 1.02 * best ? 0 : slower + 1;
    best = Math.max(best, point.requestsPerSecond);
    if (slower >= 2) return;
  }
}
