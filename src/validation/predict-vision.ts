import type { ChipClass, Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import { oneShotPoint } from "../simulation/one-shot.ts";
import type { OneShotProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import type { Bench } from "./bench.ts";
import { crudeClock } from "./clock.ts";
import { atInputSize } from "./input-size.ts";
import type { Figures } from "./figures.ts";
import { isSkipped, skip, type Outcome, type Skipped } from "./outcome.ts";
import { cell, noteOf, numberIn, numberInNote } from "./row-fields.ts";
import { rowFormats } from "./row-formats.ts";
import { predictTranscription } from "./transcription.ts";
import type { MeasurementRow } from "./types.ts";

/**
 * Batch of a saturated run that states none, by class of chip: MLPerf offline submissions batch 256 and more on datacenter chips; CPU runs
 * give every core a stream; compiled edge and FPGA engines keep their batch of one and run several streams.
 */
const SATURATED_BATCH: Readonly<Record<ChipClass, number>> = {
  gpu: 256,
  tpu: 256,
  asic: 64,
  cpu: 64,
  npu: 8,
  fpga: 4,
  mcu: 1,
};

/** One row of vision-and-encoder-inference.csv. */
export function predictVision(row: MeasurementRow, bench: Bench): Outcome {
  const found = bench.device(row, "inference");
  if (isSkipped(found)) return found;
  const named = bench.model(row);
  if (isSkipped(named)) return named;
  const model = bench.models(`size/${named.id}/${cell(row, "input_shape")}`, () =>
    atInputSize(named, cell(row, "input_shape")),
  );
  if (isSkipped(model)) return model;
  const running = rowFormats(row, found, null);
  if (isSkipped(running)) return running;
  const { device, formats } = running;
  const program = bench.program(model);
  const figures =
    program.kind === "generative"
      ? predictTranscription(row, model, program, device, formats)
      : predictPasses({ row, model, program, device, formats });
  if (isSkipped(figures)) return figures;
  return { ...figures, stackId: device.stack.id, modelId: model.id };
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
  const simulated = (batch: number): number =>
    oneShotPoint({ program, device, formats, sharding, length, samplesPerRequest: 1, steps }, batch)
      .seconds;
  const clock = crudeClock(setup);
  const crudely = (batch: number): number =>
    sharding.pipeline * program.passes(steps) * clock(program.forward(batch, length, sharding));
  const batch = visionBatch(vision, sharding, length);
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

function visionBatch(
  { row, program, device, formats }: VisionRow,
  sharding: Sharding,
  length: number,
) {
  const stated = numberIn(row, "batch");
  // AWS counts the batch of each of the two NeuronCores of a chip.
  if (stated !== null) return /batch is per core/u.test(noteOf(row)) ? 2 * stated : stated;
  if (cell(row, "scenario") !== "offline" && cell(row, "scenario") !== "server") return 1;
  let batch = SATURATED_BATCH[device.chip.class];
  const setup = { program, device, formats, sharding, length, samplesPerRequest: 1, steps: null };
  while (batch > 1 && !oneShotPoint(setup, batch).fits) batch /= 2;
  return batch;
}

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
      return (1e3 * seconds) / (/PER-IMAGE latency/u.test(noteOf(row)) ? batch : 1);
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}
