import type { Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import { UNSHARDED } from "../workload/types.ts";
import { crudeClock, simulationClock, type Clock } from "./clock.ts";
import { batchSeconds } from "./generation.ts";
import type { Figures } from "./figures.ts";
import { skip, type Skipped } from "./outcome.ts";
import { cell, numberIn } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Tokens of 30 s of speech: LibriSpeech in MLPerf's 30-s parts, about 2.5 words a second and 1.3 tokens a word. */
const TOKENS_PER_SAMPLE = 100;
const SATURATED_BATCH = 128;

/** Speech recognition: one sample is one window of audio, encoded and written out token by token. */
export function predictTranscription(
  row: MeasurementRow,
  model: Model,
  program: GenerativeProgram,
  device: Device,
  formats: Formats,
): Figures | Skipped {
  const batch =
    numberIn(row, "batch") ?? (cell(row, "scenario") === "single-stream" ? 1 : SATURATED_BATCH);
  const setup = { model, program, device, formats, sharding: UNSHARDED };
  const generation = {
    program,
    sharding: UNSHARDED,
    inputTokens: 1,
    outputTokens: TOKENS_PER_SAMPLE,
    batch,
  };
  const chips = numberIn(row, "chips") ?? 1;
  const inUnit = (clock: Clock): number | null => {
    const seconds = batchSeconds(generation, clock);
    switch (cell(row, "metric")) {
      case "samples_per_s":
      case "fps":
        return (chips * batch) / seconds;
      case "latency_ms":
        return 1e3 * seconds;
      default:
        return null;
    }
  };
  const predicted = inUnit(simulationClock(setup));
  const crude = inUnit(crudeClock(setup));
  if (predicted === null || crude === null) {
    return skip(`metric not understood: ${cell(row, "metric")}`);
  }
  return { predicted, crude };
}
