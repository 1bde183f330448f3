import {
  baseOf,
  crudeSteadyState,
  largestBatch,
  simulated,
  type SteadyState,
} from "./continuous.ts";
import type { Figures } from "./figures.ts";
import type { LlmRow } from "./llm-row.ts";
import { skip, type Skipped } from "./outcome.ts";
import { saturatedBatch } from "./queued-requests.ts";
import { cell, numberIn } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";
import type { ServingBase } from "../simulation/serving.ts";

/** Offline: saturated; server: as many requests in flight as the batch column says. */
export function steadyFigures({
  row,
  setup,
  replicas,
  chips,
  lengthShare,
}: LlmRow): Figures | Skipped {
  const longestInput = numberIn(row, "input_tokens");
  const longestOutput = numberIn(row, "output_tokens");
  if (longestInput === null || longestOutput === null) return skip("no lengths stated");
  const input = lengthShare * longestInput;
  const output = lengthShare * longestOutput;
  const base = baseOf(setup, input, Math.max(1, output));
  const stated = numberIn(row, "batch");
  if (stated === null && cell(row, "scenario") === "server") {
    return skip("no number of concurrent requests stated");
  }
  const batch =
    stated === null
      ? saturatedBatch(row, largestBatch(base))
      : requestsInFlight(base, stated / replicas);
  const inUnit = (state: SteadyState): number | Skipped =>
    steadyMetric(row, state, input, output, replicas, chips);
  const predicted = inUnit(simulated(base, batch));
  const crude = inUnit(crudeSteadyState(setup, base, batch));
  if (typeof predicted !== "number") return predicted;
  return { predicted, crude: typeof crude === "number" ? crude : Number.NaN };
}

/**
 * Requests beyond what the memory holds wait for their first token; those in flight do not notice. A model that ran although it
 * seems not to fit at all has more memory than its stack usually leaves.
 */
const requestsInFlight = (base: ServingBase, stated: number): number =>
  base.largestBatch >= 1 ? Math.min(stated, largestBatch(base)) : stated;

function steadyMetric(
  row: MeasurementRow,
  state: SteadyState,
  input: number,
  output: number,
  replicas: number,
  chips: number,
): number | Skipped {
  const requests = state.requestsPerSecond * replicas;
  switch (cell(row, "metric")) {
    case "output_tokens_per_s":
    case "decode_tokens_per_s":
      return requests * output;
    case "output_tokens_per_s_per_gpu":
      return (requests * output) / chips;
    case "total_tokens_per_s":
      return requests * (input + output);
    case "requests_per_s":
      return requests;
    case "tpot_ms":
      return 1e3 * state.timePerOutputTokenSeconds;
    case "ttft_ms":
      return 1e3 * state.prefillSeconds;
    case "end_to_end_latency_ms":
      return 1e3 * (state.prefillSeconds + (output - 1) * state.timePerOutputTokenSeconds);
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}
