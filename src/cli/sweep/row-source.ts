import type { Sweep } from "../../app/sweep/plan-sweep.ts";
import { ROW_WRITERS, type RowFormat } from "../../report/sweep/rows.ts";
import type { TalliedPoint } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";

/** A point as it goes to the output. */
export interface WrittenPoint extends TalliedPoint {
  point: number;
  text: string;
}

/** Points `from` to `to` − 1. */
export interface Range {
  from: number;
  to: number;
}

/** What comes in one go is handed on after so long, so that progress shows and an interruption is heard. */
const BATCH_MILLISECONDS = 50;

/** Evaluates and writes the points of a range in their order, in batches that end with a point. */
export function* writtenPoints(
  sweep: Sweep,
  header: SweepHeader,
  format: RowFormat,
  { from, to }: Range,
): Generator<WrittenPoint[]> {
  const writer = ROW_WRITERS[format];
  let batch: WrittenPoint[] = [];
  let started = performance.now();
  for (let index = from; index < to; index += 1) {
    const point = sweep.evaluate(index);
    const { winner, fault } = point;
    batch.push({ point: index, winner, fault, text: writer.point(header, point) });
    if (performance.now() - started < BATCH_MILLISECONDS) continue;
    yield batch;
    batch = [];
    started = performance.now();
  }
  if (batch.length > 0) yield batch;
}
