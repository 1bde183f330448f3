import type { ChipClass, Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import { oneShotPoint, type OneShotPoint } from "../simulation/one-shot.ts";
import type { OneShotProgram } from "../workload/program.ts";
import { checkBlocks } from "../workload/blocks/check-blocks.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import type { Bench } from "./bench.ts";
import { crudeClock } from "./clock.ts";
import { atInputSize } from "./input-size.ts";
import type { Figures } from "./figures.ts";
import type { FrameworkRule } from "./naming.ts";
import { isSkipped, skip, type Outcome, type Skipped } from "./outcome.ts";
import { cell, frameworkOf, noteOf, numberIn, numberInNote } from "./row-fields.ts";
import { rowFormats } from "./row-formats.ts";
import { standIn } from "./stand-in.ts";
import { predictTranscription } from "./transcription.ts";
import type { MeasurementRow } from "./types.ts";

/**
 * Largest batch of a saturated run that states none, by class of chip: MLPerf offline submissions batch up to 256 and more on datacenter
 * chips; CPU runs give every core a stream; compiled edge and FPGA engines keep their batch of one and run several streams.
 */
const SATURATED_BATCH: Readonly<Record<ChipClass, number>> = {
  gpu: 256,
  tpu: 256,
  asic: 64,
  cpu: 64,
  npu: 8,
  fpga: 1,
  mcu: 1,
};

/** Batch that a DPU of AMD was built for ("C20B14": 14 images in each call, whoever calls). */
const COMPILED_BATCH = /\bC\d+B(\d+)CU\d/u;

/** One row of vision-and-encoder-inference.csv. */
export function predictVision(row: MeasurementRow, bench: Bench): Outcome {
  const found = bench.device(row, "inference");
  if (isSkipped(found)) return found;
  const known = bench.model(row);
  const named = isSkipped(known) ? standIn(row, bench, known) : known;
  if (isSkipped(named)) return named;
  const model = isSkipped(known)
    ? named
    : bench.models(`size/${named.id}/${cell(row, "input_shape")}`, () => atSizeOf(row, named));
  if (isSkipped(model)) return model;
  const rule = bench.naming.frameworks[frameworkOf(row)] ?? null;
  const running = rowFormats(row, found, rule);
  if (isSkipped(running)) return running;
  const { device } = running;
  const formats =
    model.kind === "blocks" ? asCalculated(running.formats, device, rule) : running.formats;
  const program = bench.program(model);
  const figures =
    program.kind === "generative"
      ? predictTranscription(row, model, program, device, formats)
      : predictPasses({ row, model, program, device, formats });
  if (isSkipped(figures)) return figures;
  return { ...figures, stackId: device.stack.id, modelId: model.id };
}

/** A network takes any input that its windows fit into; a row may state a smaller one. */
function atSizeOf(row: MeasurementRow, named: Model): Model | Skipped {
  const shape = cell(row, "input_shape");
  const model = atInputSize(named, shape);
  if (model === named || model.kind !== "blocks") return model;
  const [problem] = checkBlocks(model.blocks, model.input);
  return problem ? skip(`${shape} is no input of ${model.id}: ${problem.message}`) : model;
}

/**
 * What networks in FP32 run in unless somebody forbids it: TF32 on the matrix units of NVIDIA's GPUs, FP16 on Arm cores with half precision
 * (ncnn's options, OpenVINO's precision hint, MNN as Ultralytics calls it).
 */
function asCalculated(formats: Formats, device: Device, rule: FrameworkRule | null): Formats {
  const { chip, peakOpsPerSecond: peaks } = device;
  if (formats.compute !== "fp32") return formats;
  if (rule?.tf32Convolutions === true && peaks.tf32 !== undefined) {
    return { ...formats, compute: "tf32" };
  }
  const isArm = chip.class === "cpu" && chip.family.startsWith("arm");
  if (rule?.halfOnArm === true && isArm && peaks.fp16 !== undefined) {
    return { ...formats, compute: "fp16", weightBytes: 2, activationBytes: 2 };
  }
  return formats;
}

interface VisionRow {
  row: MeasurementRow;
  model: Model;
  program: OneShotProgram;
  device: Device;
  formats: Formats;
}

function predictPasses(vision: VisionRow): Figures | Skipped {
  const { row, model, program, device, formats } = vision;
  const sharding = visionSharding(row, program);
  const setup = { model, program, device, formats, sharding };
  const length = numberIn(row, "sequence_length") ?? 1;
  const steps = numberInNote(row, /(\d+) denoising steps/u);
  const point = { program, device, formats, sharding, length, samplesPerRequest: 1, steps };
  // One stream waits for the host's share of each sample; several streams, and timings of the chip alone, do not.
  const waits = cell(row, "scenario") === "single-stream";
  const pointOf = (batch: number): OneShotPoint => oneShotPoint(point, batch);
  const simulated = (batch: number): number => {
    const { seconds, intervalSeconds } = pointOf(batch);
    return waits ? seconds : intervalSeconds;
  };
  const clock = crudeClock(setup);
  const crudely = (batch: number): number =>
    sharding.pipeline * program.passes(steps) * clock(program.forward(batch, length, sharding));
  const batch = statedBatch(vision) ?? bestBatch(device, pointOf);
  const predicted = visionMetric(row, throughStages(simulated, batch, sharding), batch, sharding);
  if (typeof predicted !== "number") return predicted;
  const crude = visionMetric(row, throughStages(crudely, batch, sharding), batch, sharding);
  return { predicted, crude: typeof crude === "number" ? crude : Number.NaN };
}

/** A batch passes p stages in m parts, as many as it has sequences for: p + m − 1 stage times, of which `seconds` counts p. */
function throughStages(
  seconds: (batch: number) => number,
  batch: number,
  { pipeline }: Sharding,
): number {
  const parts = Math.max(1, Math.min(pipeline, batch));
  return ((pipeline + parts - 1) / pipeline) * seconds(batch / parts);
}

/** Encoders measured as one batch on several chips split their heads or layers over them; everything else runs a copy on each chip. */
function visionSharding(row: MeasurementRow, program: OneShotProgram): Sharding {
  const chips = numberIn(row, "chips") ?? 1;
  const pipeline = numberInNote(row, /\bpp=(\d+)/u) ?? 1;
  const together = cell(row, "scenario") === "fixed-batch" && cell(row, "metric") === "latency_ms";
  const tensor = Math.max(1, chips / pipeline);
  if (!together || tensor > program.limits.tensor) return UNSHARDED;
  return { ...UNSHARDED, tensor, pipeline };
}

/** Batch that the row states, or null for a saturated run, whose engine was free to choose. */
function statedBatch({ row, device }: VisionRow): number | null {
  const compiled = COMPILED_BATCH.exec(noteOf(row))?.[1];
  if (compiled !== undefined) return Number(compiled);
  const stated = numberIn(row, "batch");
  // AWS counts the batch of each NeuronCore; a batch of one in all runs on one of them.
  if (stated !== null) return stated * (isPerCore(row, stated) ? (device.chip.engines ?? 1) : 1);
  const scenario = cell(row, "scenario");
  return scenario === "offline" || scenario === "server" ? null : 1;
}

/** The batch with the most samples per second: who saturates a chip tunes it, so that activations stay in the cache or die. */
function bestBatch(device: Device, pointOf: (batch: number) => OneShotPoint): number {
  const { engines = 1, int8Lanes = 1 } = device.chip;
  const least = engines * int8Lanes;
  const most = Math.max(least, SATURATED_BATCH[device.chip.class]);
  let best = least;
  let rate = 0;
  for (let batch = least; batch <= most; batch *= 2) {
    const point = pointOf(batch);
    if (!point.fits) break;
    if (point.requestsPerSecond <= rate) continue;
    rate = point.requestsPerSecond;
    best = point.batch;
  }
  return best;
}

function isPerCore(row: MeasurementRow, batch: number): boolean {
  const note = noteOf(row);
  return /batch is per core/u.test(note) && (batch > 1 || /over 2 NeuronCores/u.test(note));
}

/** Data parallelism that keeps a second batch waiting at each core: throughput × latency is two batches per core in those rows. */
const QUEUED = /data parallel over NeuronCores/u;

function visionMetric(
  row: MeasurementRow,
  seconds: number,
  batch: number,
  sharding: Sharding,
): number | Skipped {
  const copies = (numberIn(row, "chips") ?? 1) / (sharding.tensor * sharding.pipeline);
  switch (cell(row, "metric")) {
    case "fps":
    case "samples_per_s":
      return (copies * batch) / seconds;
    case "latency_ms":
      // Sophgo prints the time of the batch divided by its size.
      if (/PER-IMAGE latency/u.test(noteOf(row))) return (1e3 * seconds) / batch;
      return 1e3 * seconds * (batch > 1 && QUEUED.test(noteOf(row)) ? 2 : 1);
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}
