import type { DecoderModel, EncoderDecoderModel } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import type { Round } from "../workload/speculate.ts";
import { batchFigures } from "./batch-figures.ts";
import type { Bench } from "./bench.ts";
import { modelOrAsLarge } from "./decoder-stand-in.ts";
import type { Figures } from "./figures.ts";
import type { LlmRow } from "./llm-row.ts";
import { isSkipped, skip, type Outcome, type Skipped } from "./outcome.ts";
import { cell, frameworkOf } from "./row-fields.ts";
import { rowFormats } from "./row-formats.ts";
import { servingLayout } from "./serving-layout.ts";
import { speculationOf } from "./speculation.ts";
import { steadyFigures } from "./steady-figures.ts";
import type { MeasurementRow } from "./types.ts";
import { unsaidOf, type Unsaid } from "./unsaid.ts";

/** One row of llm-inference.csv or serving-points.csv. */
export function predictLlm(row: MeasurementRow, bench: Bench): Outcome {
  const found = bench.device(row, "llm-inference");
  if (isSkipped(found)) return found;
  const model = modelOrAsLarge(row, bench);
  if (isSkipped(model)) return model;
  if (model.kind !== "decoder" && model.kind !== "encoder-decoder") {
    return skip(`${model.id} does not generate tokens`);
  }
  const rule = bench.naming.frameworks[frameworkOf(row)] ?? null;
  const unsaid = unsaidOf(row, found.chip.id, model.id, bench.naming.unsaid);
  const running = rowFormats(row, found, rule, unsaid);
  if (isSkipped(running)) return running;
  const { formats } = running;
  const device = asRun(running.device, unsaid);
  const round = speculationOf(row, model.id, bench.naming.roundYields, unsaid);
  const program = generativeProgram(bench, model, round);
  const layout = servingLayout(row, model, program, device, formats, rule);
  const { sharding, replicas, chips } = layout;
  const { lengthShare = 1 } = unsaid;
  const setup = { model, program, device, formats, sharding };
  const figures = predictScenario({ row, setup, replicas, chips, lengthShare });
  if (isSkipped(figures)) return figures;
  return { ...figures, stackId: device.stack.id, modelId: model.id };
}

/** The device with what the run switched on in its stack. */
const asRun = (device: Device, { fusedNorms }: Unsaid): Device =>
  fusedNorms === true ? { ...device, stack: { ...device.stack, fusedNorms } } : device;

function generativeProgram(
  bench: Bench,
  model: DecoderModel | EncoderDecoderModel,
  round: Round | null,
): GenerativeProgram {
  if (round !== null && model.kind === "decoder") return bench.speculating(model, round);
  const program = bench.program(model);
  if (program.kind !== "generative") throw new Error(`${model.id} does not generate tokens`);
  return program;
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
