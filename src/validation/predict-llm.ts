import type { DecoderModel, EncoderDecoderModel } from "../catalog/types.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import type { Bench } from "./bench.ts";
import { crudeClock, simulationClock, type Clock, type Setup } from "./clock.ts";
import { baseOf, crudeSteadyState, largestBatch, simulated, type SteadyState } from "./continuous.ts";
import {
  batchSeconds,
  decodeSeconds,
  prefillSeconds,
  type Generation,
} from "./generation.ts";
import { rowFormats } from "./row-formats.ts";
import { isSkipped, skip, type Outcome, type Skipped } from "./outcome.ts";
import { cell, frameworkOf, noteOf, numberIn, numberInNote } from "./row-fields.ts";
import { servingLayout } from "./serving-layout.ts";
import type { MeasurementRow } from "./types.ts";

/** Context of a decode row whose source gives no lengths: a short prompt and answer. */
const SHORT_CONTEXT = 128;

interface LlmRow {
  row: MeasurementRow;
  setup: Setup & { program: GenerativeProgram };
  replicas: number;
  chips: number;
}

/** One row of llm-inference.csv or serving-points.csv. */
export function predictLlm(row: MeasurementRow, bench: Bench): Outcome {
  const found = bench.device(row, "llm-inference");
  if (isSkipped(found)) return found;
  const model = bench.model(row);
  if (isSkipped(model)) return model;
  if (model.kind !== "decoder" && model.kind !== "encoder-decoder") {
    return skip(`${model.id} does not generate tokens`);
  }
  const rule = bench.naming.frameworks[frameworkOf(row)] ?? null;
  const running = rowFormats(row, found, rule);
  if (isSkipped(running)) return running;
  const { device, formats } = running;
  const program = generativeProgram(bench, model);
  const layout = servingLayout(row, model, program, device, formats, rule);
  const { sharding, replicas, chips } = layout;
  const setup = { model, program, device, formats, sharding };
  const figures = predictScenario({ row, setup, replicas, chips });
  if (isSkipped(figures)) return figures;
  return { ...figures, stackId: device.stack.id, modelId: model.id };
}

function generativeProgram(
  bench: Bench,
  model: DecoderModel | EncoderDecoderModel,
): GenerativeProgram {
  const program = bench.program(model);
  if (program.kind !== "generative") throw new Error(`${model.id} does not generate tokens`);
  return program;
}

interface Figures {
  predicted: number;
  crude: number;
}

function predictScenario(row: LlmRow): Figures | Skipped {
  switch (cell(row.row, "scenario")) {
    case "offline":
    case "server":
      return steadyFigures(row);
    case "fixed-batch":
    case "single-stream":
    case "prefill-only":
    case "decode-only":
      return batchFigures(row);
    default:
      return skip(`scenario not understood: ${cell(row.row, "scenario")}`);
  }
}

/** Offline: saturated; server: as many requests in flight as the batch column says. */
function steadyFigures({ row, setup, replicas, chips }: LlmRow): Figures | Skipped {
  const input = numberIn(row, "input_tokens");
  const output = numberIn(row, "output_tokens");
  if (input === null || output === null) return skip("no lengths stated");
  const base = baseOf(setup, input, Math.max(1, output));
  const stated = numberIn(row, "batch");
  if (stated === null && cell(row, "scenario") === "server") {
    return skip("no number of concurrent requests stated");
  }
  const batch = stated === null ? largestBatch(base) : stated / replicas;
  const inUnit = (state: SteadyState): number | Skipped =>
    steadyMetric(row, state, input, output, replicas, chips);
  const predicted = inUnit(simulated(base, batch));
  const crude = inUnit(crudeSteadyState(setup, base, batch));
  if (typeof predicted !== "number") return predicted;
  return { predicted, crude: typeof crude === "number" ? crude : Number.NaN };
}

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

/** The whole batch is prefilled, then decoded together. */
function batchFigures({ row, setup, replicas, chips }: LlmRow): Figures | Skipped {
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
  const predicted = batchMetric(row, generation, simulationClock(setup), replicas, chips);
  if (typeof predicted !== "number") return predicted;
  const crude = batchMetric(row, generation, crudeClock(setup), replicas, chips);
  return { predicted, crude: typeof crude === "number" ? crude : Number.NaN };
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
): number | Skipped {
  const { batch, inputTokens, outputTokens } = generation;
  const sequences = batch * replicas;
  switch (cell(row, "metric")) {
    case "output_tokens_per_s":
      return (sequences * outputTokens) / batchSeconds(generation, clock);
    case "output_tokens_per_s_per_gpu":
      return (sequences * outputTokens) / (batchSeconds(generation, clock) * chips);
    case "total_tokens_per_s":
      return (sequences * (inputTokens + outputTokens)) / batchSeconds(generation, clock);
    case "requests_per_s":
      return sequences / batchSeconds(generation, clock);
    case "end_to_end_latency_ms":
      return 1e3 * batchSeconds(generation, clock);
    case "decode_tokens_per_s":
      return sequences / decodeSeconds(generation, clock);
    case "tpot_ms":
      return 1e3 * decodeSeconds(generation, clock);
    case "ttft_ms":
      return 1e3 * prefillSeconds(generation, clock) * meanWait(row, generation);
    case "prefill_tokens_per_s":
      return (sequences * inputTokens) / prefillSeconds(generation, clock);
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}

/** Tokens that an engine prefills in one iteration (LMDeploy, vLLM and SGLang: 8,192). */
const PREFILL_TOKENS = 8192;

/** Prompts that are prefilled in n iterations finish after (n + 1)/2 of them in the mean, not after n. */
function meanWait(row: MeasurementRow, { batch, inputTokens }: Generation): number {
  if (!/mean over the concurrent requests/u.test(noteOf(row))) return 1;
  const iterations = Math.max(1, Math.ceil((batch * inputTokens) / PREFILL_TOKENS));
  return (iterations + 1) / (2 * iterations);
}
