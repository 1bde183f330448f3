import { cell, numberIn } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Runs of NVIDIA's own benchmark, which prints how many requests it queues for each pair of lengths. */
const PRINTED = /^TensorRT-LLM performance overview/u;

/**
 * Requests that are queued at once (NVIDIA/TensorRT-LLM docs/source/performance/perf-overview.md, v0.11 to v1.0, and
 * docs/source/developer-guide/perf-overview.md, v1.1 and v1.2, "Preparing a Dataset").
 */
const REQUESTS: Readonly<Record<string, number>> = {
  "128/128": 30_000,
  "128/2048": 3000,
  "128/4096": 1500,
  "500/2000": 3000,
  "1000/1000": 3000,
  "1000/2000": 1500,
  "1024/1024": 3000,
  "1024/8192": 1500,
  "1024/32768": 1000,
  "2048/128": 3000,
  "2048/2048": 1500,
  "5000/500": 1500,
  "8192/1024": 1500,
  "20000/2000": 1000,
  "32768/1024": 1000,
};

/**
 * Sequences that a saturated run holds in the mean, of `largest` that would fit. A run that queues a finite number of requests of
 * the same lengths works through them in rounds, and its last round may be small.
 */
export function saturatedBatch(row: MeasurementRow, largest: number): number {
  if (!PRINTED.test(cell(row, "source_title"))) return largest;
  const lengths = `${numberIn(row, "input_tokens")}/${numberIn(row, "output_tokens")}`;
  const requests = REQUESTS[lengths];
  if (requests === undefined) return largest;
  return requests / Math.ceil(requests / Math.max(1, largest));
}
