import { CHUNK_TOKENS } from "../simulation/serving.ts";
import { crudeClock, simulationClock, type Clock } from "./clock.ts";
import { baseOf, largestBatch } from "./continuous.ts";
import { batchSeconds, decodeSeconds, prefillSeconds, type Generation } from "./generation.ts";
import type { Figures } from "./figures.ts";
import type { LlmRow } from "./llm-row.ts";
import { isSkipped, skip, type Skipped } from "./outcome.ts";
import { cell, noteOf, numberIn, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Context of a decode row whose source gives no lengths: a short prompt and answer. */
const SHORT_CONTEXT = 128;

/** The whole batch is prefilled, then decoded together. */
export function batchFigures({ row, setup, replicas, chips }: LlmRow): Figures | Skipped {
  const lengths = batchLengths(row);
  if (isSkipped(lengths)) return lengths;
  const stated = batchOf(row);
  const batch =
    stated === null
      ? largestBatch(baseOf(setup, lengths.input, Math.max(1, lengths.output)))
      : stated / replicas;
  const { program, sharding } = setup;
  const generation: Generation = {
    program,
    sharding,
    inputTokens: lengths.input,
    outputTokens: lengths.output,
    batch,
  };
  const most = heldTogether(setup, lengths);
  const clock = simulationClock(setup);
  const predicted = batchMetric(row, generation, clock, replicas, chips, most);
  if (typeof predicted !== "number") return predicted;
  const crude = batchMetric(row, generation, crudeClock(setup), replicas, chips);
  return { predicted, crude: typeof crude === "number" ? crude : Number.NaN };
}

/** Sequences whose caches fit together where the engine lets the others wait; the others run out of memory or swap. */
function heldTogether(setup: LlmRow["setup"], { input, output }: Lengths): number {
  if (!setup.device.stack.continuousBatching) return Number.POSITIVE_INFINITY;
  const { largestBatch: most } = baseOf(setup, input, Math.max(1, output));
  return most >= 1 ? most : Number.POSITIVE_INFINITY;
}

/** Seconds of the whole batch, in turns where the memory does not hold all of it. */
function secondsInTurns(generation: Generation, clock: Clock, most: number): number {
  const held = Math.min(generation.batch, most);
  return (generation.batch / held) * batchSeconds({ ...generation, batch: held }, clock);
}

/** Several processes with a model copy each take turns on the memory: the batch that shares one reading of the weights is one process's. */
function batchOf(row: MeasurementRow): number | null {
  const scenario = cell(row, "scenario");
  if (scenario === "single-stream") return 1;
  const batch = numberIn(row, "batch");
  const processes = numberInNote(row, /n_proc (\d+)/u) ?? 1;
  return batch === null ? null : Math.max(1, batch / processes);
}

interface Lengths {
  input: number;
  output: number;
}

function batchLengths(row: MeasurementRow): Lengths | Skipped {
  const input = numberIn(row, "input_tokens");
  const output = numberIn(row, "output_tokens");
  const metric = cell(row, "metric");
  if (metric === "decode_tokens_per_s" || metric === "tpot_ms") {
    // Static graphs attend over the whole compiled context however little of it is filled.
    const compiled = numberInNote(row, /context length (\d+)/u);
    if (input === null && compiled !== null) return { input: compiled, output: 0 };
    return { input: input ?? SHORT_CONTEXT, output: output ?? 0 };
  }
  if (input === null) return skip("no prompt length stated");
  if (metric === "ttft_ms" || metric === "prefill_tokens_per_s") return { input, output: 1 };
  // A batch-1 row without an output length: the other rows of its source generate as much as they read.
  if (output === null) return { input, output: input };
  return { input, output };
}

function batchMetric(
  row: MeasurementRow,
  generation: Generation,
  clock: Clock,
  replicas: number,
  chips: number,
  most = Number.POSITIVE_INFINITY,
): number | Skipped {
  const { batch, inputTokens, outputTokens } = generation;
  const sequences = batch * replicas;
  const whole = (): number => secondsInTurns(generation, clock, most);
  switch (cell(row, "metric")) {
    case "output_tokens_per_s":
      return (sequences * outputTokens) / whole();
    case "output_tokens_per_s_per_gpu":
      return (sequences * outputTokens) / (whole() * chips);
    case "total_tokens_per_s":
      return (sequences * (inputTokens + outputTokens)) / whole();
    case "requests_per_s":
      return sequences / whole();
    case "end_to_end_latency_ms":
      return 1e3 * whole();
    case "decode_tokens_per_s":
      return sequences / decodeSeconds(generation, clock);
    case "tpot_ms":
      return 1e3 * decodeSeconds(generation, clock);
    case "ttft_ms":
      return 1e3 * firstTokenSeconds(row, generation, clock, most);
    case "prefill_tokens_per_s":
      return (sequences * inputTokens) / prefillSeconds(generation, clock);
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}

/** LMDeploy before 0.3 had no such limit: it read all waiting prompts in one pass. */
const ONE_PASS = /^0\.[0-2]\./u;

/** Where the memory does not hold all of a batch, the mean request waits for half of the turns before the last one. */
function firstTokenSeconds(
  row: MeasurementRow,
  generation: Generation,
  clock: Clock,
  most: number,
): number {
  const held = { ...generation, batch: Math.min(generation.batch, most) };
  const prefill = prefillSeconds(held, clock) * meanWait(row, held);
  const turns = generation.batch / held.batch;
  return turns > 1 ? prefill + ((turns - 1) / 2) * batchSeconds(held, clock) : prefill;
}

/** Prompts that are prefilled in n iterations finish after (n + 1)/2 of them in the mean, not after n. */
function meanWait(row: MeasurementRow, { batch, inputTokens }: Generation): number {
  if (!/mean over the concurrent requests/u.test(noteOf(row))) return 1;
  if (cell(row, "framework") === "lmdeploy" && ONE_PASS.test(cell(row, "framework_version"))) {
    return 1;
  }
  const iterations = Math.max(1, Math.ceil((batch * inputTokens) / CHUNK_TOKENS));
  return (iterations + 1) / (2 * iterations);
}
