import type { FigureKind } from "../catalog/calibration.ts";
import { cell } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

const FIRST_TOKEN = new Set(["ttft_ms", "prefill_tokens_per_s"]);
const LATER_TOKENS = new Set(["tpot_ms", "decode_tokens_per_s"]);

/** Metrics of which more is slower; of all others, more is faster. */
const TIME = /(?:_ms|_time_s|_min)$/u;

/** The kind of figure that a row measures: figures of one kind err alike. */
export function figureOf(row: MeasurementRow): FigureKind {
  if (row.set === "vision") return "inference";
  if (row.set === "training") return "training";
  if (row.set === "operators") return "kernel";
  const metric = cell(row, "metric");
  if (FIRST_TOKEN.has(metric)) return "time-to-first-token";
  return LATER_TOKENS.has(metric) ? "time-per-output-token" : "generation-throughput";
}

export const directionOf = (row: MeasurementRow): "time" | "rate" =>
  TIME.test(cell(row, "metric")) ? "time" : "rate";
