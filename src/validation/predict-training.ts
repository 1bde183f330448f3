import type { Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import {
  microStep,
  trainingPoint,
  type TrainingLayout,
  type TrainingPoint,
} from "../simulation/training.ts";
import type { TrainingProgram } from "../workload/training-program.ts";
import type { TrainingKernels } from "../workload/training-operators.ts";
import { UNSHARDED } from "../workload/types.ts";
import type { Bench } from "./bench.ts";
import { crudeSeconds, crudeWork, layersOf } from "./crude.ts";
import { isSkipped, skip, type Outcome, type Skipped } from "./outcome.ts";
import { cell, frameworkOf, noteOf, numberIn } from "./row-fields.ts";
import { readPrecision, resolveOpenly } from "./row-formats.ts";
import { withStatedNetwork } from "./stated-network.ts";
import { trainingKernels } from "./training-kernels.ts";
import { flopsConvention, flopsPerToken } from "./training-flops.ts";
import { isOffloaded, layoutsOf } from "./training-layout.ts";
import { trainingModel } from "./training-model.ts";
import type { MeasurementRow } from "./types.ts";

/** Share of the parameters that adapters train (rank 8 to 32 on all layers of 7B to 70B models). */
const ADAPTER_SHARE = 0.003;

/** One row of training.csv. */
export function predictTraining(row: MeasurementRow, bench: Bench): Outcome {
  const usual = bench.device(row, "training");
  if (isSkipped(usual)) return usual;
  const device = withStatedNetwork(usual, row);
  if (cell(row, "metric") === "time_to_train_min") {
    return skip("time to train needs the number of steps to convergence");
  }
  const model = trainingModel(row, bench);
  if (isSkipped(model)) return model;
  if (model.kind === "diffusion") return skip(`training of ${model.id} is not modelled`);
  const globalBatch = numberIn(row, "global_batch_sequences");
  const sequence = numberIn(row, "seq_len") ?? 1;
  if (globalBatch === null) return skip("no global batch stated");
  if (numberIn(row, "chips") === null) return skip("no number of chips stated");
  const formats = trainingFormats(row, device);
  if (isSkipped(formats)) return formats;
  const run: Run = {
    row,
    model,
    program: bench.training(model),
    device,
    formats,
    globalBatch,
    sequence,
    trainableShare: isAdapter(row) ? ADAPTER_SHARE : 1,
    kernels: trainingKernels(row, bench.naming.frameworks[frameworkOf(row)] ?? null),
  };
  const point = bench.trainingRuns(runKey(run), () => best(run, bench));
  if (point === null) return skip("no layout agrees with the row");
  const predicted = trainingMetric(run, point.stepSeconds);
  if (typeof predicted !== "number") return predicted;
  const crude = trainingMetric(run, crudeStep(run));
  return {
    predicted,
    crude: typeof crude === "number" ? crude : Number.NaN,
    stackId: device.stack.id,
    modelId: model.id,
  };
}

interface Run {
  row: MeasurementRow;
  model: Model;
  program: TrainingProgram;
  device: Device;
  formats: Formats;
  globalBatch: number;
  sequence: number;
  trainableShare: number;
  kernels: TrainingKernels;
}

const isAdapter = (row: MeasurementRow): boolean =>
  /LoRA/u.test(cell(row, "model")) || /LoRA:|LoRA rank/u.test(noteOf(row));

const deviceKey = ({ chip, stack, scaleOut }: Device): string =>
  `${chip.id}/${stack.id}/${scaleOut?.bytesPerSecond ?? 0}`;

const RUN_COLUMNS = [
  "model",
  "framework",
  "chips",
  "tp",
  "pp",
  "dp",
  "cp",
  "ep",
  "virtual_pp",
  "zero_stage",
  "recompute",
  "micro_batch",
  "precision",
];

const runKey = ({ row, model, device, globalBatch, sequence, kernels }: Run): string =>
  `run/${deviceKey(device)}/${kernels}/${isOffloaded(row)}/${model.id}/${globalBatch}/${sequence}/${RUN_COLUMNS.map((column) => cell(row, column)).join("/")}`;

/** Mixed precision: the multiplies run in the row's format, BF16 beside FP8 counts as FP8. */
function trainingFormats(row: MeasurementRow, device: Device): Formats | Skipped {
  const word = cell(row, "precision");
  const precision = word === "mixed" ? "fp8" : readPrecision(word || "bf16");
  if (precision === null) return skip(`precision not understood: ${word}`);
  const resolved = resolveOpenly(device, precision, precision, precision);
  return isSkipped(resolved) ? resolved : resolved.formats;
}

/** The quickest layout that fits among those that agree with the row; the stated one whether it fits or not. */
function best(run: Run, bench: Bench): TrainingPoint | null {
  const rule = bench.naming.frameworks[frameworkOf(run.row)] ?? null;
  const { program, device, formats, sequence, globalBatch, trainableShare, kernels } = run;
  const setup = { program, device, formats, sequence, globalBatch, trainableShare, kernels };
  let found: TrainingPoint | null = null;
  let smallest: TrainingPoint | null = null;
  for (const layout of layoutsOf(run.row, program, rule, globalBatch)) {
    const micro = bench.microSteps(microKey(run, layout), () => microStep(setup, layout));
    const point = trainingPoint(setup, layout, micro);
    if (point.fits && (!found || point.stepSeconds < found.stepSeconds)) found = point;
    if (!smallest || point.memoryBytesPerChip < smallest.memoryBytesPerChip) smallest = point;
  }
  return found ?? smallest;
}

function microKey(run: Run, { sharding, microBatch }: TrainingLayout): string {
  const { model, device, formats, sequence, trainableShare, kernels } = run;
  const { tensor, pipeline, context, expert, data } = sharding;
  const split = `${tensor}/${pipeline}/${context}/${expert}/${expert > 1 ? data : 1}/${microBatch}`;
  const what = `${deviceKey(device)}/${formats.compute}/${trainableShare}/${kernels}`;
  // Shapes from columns may share a name, so the key holds their size too.
  return `micro/${model.id}/${model.parameters}/${what}/${sequence}/${split}`;
}

/** Forward and twice as much backward over all chips, with a second forward where everything is recomputed. */
function crudeStep({ row, model, program, device, formats, ...run }: Run): number {
  const chips = Math.max(1, numberIn(row, "chips") ?? 1);
  const step = program.forward(1, run.sequence, UNSHARDED);
  const work = crudeWork(step, formats);
  const passes = 2 + run.trainableShare + (cell(row, "recompute").startsWith("full") ? 1 : 0);
  const operations = (passes * work.operations * run.globalBatch) / chips;
  const layers = layersOf(model, step);
  return crudeSeconds({ operations, bytes: passes * work.bytes }, device, formats, passes * layers);
}

function trainingMetric(run: Run, stepSeconds: number): number | Skipped {
  const { row, model, program, device, formats, globalBatch, sequence } = run;
  const chips = Math.max(1, numberIn(row, "chips") ?? 1);
  const tokens = globalBatch * program.tokensPerSequence(sequence);
  switch (cell(row, "metric")) {
    case "step_time_s":
      return stepSeconds;
    case "samples_per_s":
      return globalBatch / stepSeconds;
    case "tokens_per_s":
      return tokens / stepSeconds;
    case "tokens_per_s_per_chip":
      return tokens / (stepSeconds * chips);
    case "tflops_per_chip":
    case "mfu": {
      const each = flopsPerToken(model, sequence, flopsConvention(row, cell(row, "model")));
      if (each === null) return skip(`the operations of ${model.id} are not counted by tokens`);
      const rate = (each * tokens) / (stepSeconds * chips);
      if (cell(row, "metric") === "tflops_per_chip") return rate / 1e12;
      return rate / (device.peakOpsPerSecond[formats.compute] ?? Number.POSITIVE_INFINITY);
    }
    default:
      return skip(`metric not understood: ${cell(row, "metric")}`);
  }
}
