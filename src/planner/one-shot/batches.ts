import type { InferenceTask } from "../../input/workload-types.ts";
import { oneShotPoint, type OneShotPoint, type OneShotSetup } from "../../simulation/one-shot.ts";
import type { Pins } from "../pins.ts";

const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Batch sizes that fit; once larger ones stop paying twice in a row, none of the next ones does. */
export function* pointsOf(
  task: InferenceTask,
  setup: OneShotSetup,
  pins: Pins,
): Generator<OneShotPoint> {
  if (pins.batch !== null) {
    yield oneShotPoint(setup, pins.batch);
    return;
  }
  let slower = 0;
  let best = 0;
  for (const batch of batches(task)) {
    const point = oneShotPoint(setup, batch);
    if (!point.fits) return;
    yield point;
    slower = point.requestsPerSecond > 1.02 * best ? 0 : slower + 1;
    best = Math.max(best, point.requestsPerSecond);
    if (slower >= 2) return;
  }
}

/** Frames of one stream come one by one; only different streams can share a batch. */
function batches(task: InferenceTask): readonly number[] {
  const { load } = task;
  if (load.kind !== "frames") return BATCHES;
  return BATCHES.filter((batch) => batch <= load.streams);
}
