import type { Catalog, Chip, DecoderModel, Model, Stack } from "../catalog/types.ts";
import { buildDevice, missingFigures, type Device } from "../simulation/device.ts";
import type { MicroStep, TrainingPoint } from "../simulation/training.ts";
import { lowerModel } from "../workload/lower-model.ts";
import { lowerDecoder } from "../workload/lower-transformer.ts";
import { predictionHead } from "../workload/prediction-head.ts";
import type { GenerativeProgram, Program } from "../workload/program.ts";
import { rememberSteps } from "../workload/remember.ts";
import { speculate, type Round } from "../workload/speculate.ts";
import { lowerTraining, type TrainingProgram } from "../workload/training-program.ts";
import {
  atClock,
  chipShare,
  dieOfDevice,
  dieShare,
  inTeams,
  shareOfDevice,
  statedClockShare,
  teamOf,
} from "./chip-share.ts";
import { memory, type Memory } from "./memory.ts";
import { createNames, type Names } from "./names.ts";
import type { Naming } from "./naming.ts";
import { isSkipped, skip, type Skipped } from "./outcome.ts";
import { cell, frameworkOf, noteOf } from "./row-fields.ts";
import { stackFor } from "./stack-for.ts";
import type { MeasurementRow } from "./types.ts";

const NO_BRIDGE = /\(no NVLink\)/u;

/** A stick in an older socket: bulk transfers move 30 to 40 of the 60 MB/s (USB 2.0 specification, 13 packets of 512 bytes a microframe). */
const OLD_SOCKET = /\bUSB 2\.0\b/u;
const OLD_SOCKET_BYTES_PER_SECOND = 40e6;

type Phase = "llm-inference" | "inference" | "training";

/** Everything that predictions share: indexes of the catalogue, and what is built once and used by many rows. */
export interface Bench {
  catalog: Catalog;
  naming: Naming;
  chip(row: MeasurementRow): Chip | Skipped;
  model(row: MeasurementRow): Model | Skipped;
  /** The chip under the row's framework, cut to the share of the chip that was measured. */
  device(row: MeasurementRow, phase: Phase): Device | Skipped;
  /** The model's program, kept as long as the model object is the same. */
  program(model: Model): Program;
  /** The model's program with its own prediction head as the draft. */
  speculating(model: DecoderModel, round: Round): GenerativeProgram;
  training(model: Model): TrainingProgram;
  /** Models that a row shapes: by another input size, or from its own columns. */
  models: Memory<Model | Skipped>;
  names: Names;
  trainingRuns: Memory<TrainingPoint | null>;
  microSteps: Memory<MicroStep>;
}

/** What does not depend on chips, families or stacks: benches of catalogues with the same models may share it. */
export type Lowered = Pick<Bench, "program" | "speculating" | "training" | "models" | "names">;

/** @param lowered of another bench whose catalogue has the very same models */
export function createBench(
  catalog: Catalog,
  naming: Naming,
  lowered: Lowered = lowering(createNames(catalog, naming)),
): Bench {
  const chips = new Map(catalog.chips.map((chip) => [chip.id, chip]));
  const models = new Map(catalog.models.map((model) => [model.id, model]));
  const systems = new Map(catalog.systems.map((system) => [system.id, system]));
  const families = new Map(catalog.families.map((family) => [family.id, family]));
  const stacks = new Map(catalog.stacks.map((stack) => [stack.id, stack]));
  const devices = new Map<string, Device | Skipped>();

  function build(
    chip: Chip,
    { share, die }: { share: number; die: number },
    stack: Stack,
  ): Device | Skipped {
    const system = systems.get(chip.system);
    const family = families.get(chip.family);
    if (!system || !family) return skip(`the catalogue lacks the system or family of ${chip.id}`);
    const missing = missingFigures(chip);
    if (missing.length > 0) return skip(`${chip.id} has no published ${missing.join(", ")}`);
    const device = buildDevice(chip, family, system, stack);
    return device === null
      ? skip(`${chip.id} has no published figures`)
      : shareOfDevice(dieOfDevice(device, die), share);
  }

  function chipOf(row: MeasurementRow): Chip | Skipped {
    const id = cell(row, "chip_id");
    const stated = chips.get(id);
    if (stated) return stated;
    const text = cell(row, "chip");
    const found = lowered.names.chip(text);
    const chip = "id" in found ? chips.get(found.id) : undefined;
    if (chip) return chip;
    const several = "several" in found ? found.several : [];
    return several.length > 1
      ? skip(`chip not told apart: ${text} may be ${several.join(", ")}`)
      : skip(id === "" ? `chip not in the catalogue: ${text}` : `unknown chip id: ${id}`);
  }

  return {
    catalog,
    naming,
    chip: chipOf,
    model(row) {
      const text = cell(row, "model");
      const id = cell(row, "model_id");
      const model = models.get(id) ?? models.get(lowered.names.model(text) ?? "");
      if (model) return model;
      return skip(id === "" ? `model not in the catalogue: ${text}` : `unknown model id: ${id}`);
    },
    device(row, phase) {
      const chip = chipOf(row);
      if (isSkipped(chip)) return chip;
      const stack = stackFor(chip, frameworkOf(row), phase, naming, stacks);
      if (stack === null) return skip(`${chip.id} has no software stack for ${phase}`);
      const share = chipShare(row, chip);
      const bridged = !NO_BRIDGE.test(noteOf(row));
      const slowly = OLD_SOCKET.test(noteOf(row));
      const die = dieShare(row, chip);
      const team = teamOf(row);
      const clock = statedClockShare(row, chip);
      const key = `${chip.id}/${stack.id}/${share}/${die}/${bridged}/${slowly}/${team}/${clock}`;
      let device = devices.get(key);
      if (device === undefined) {
        const plugged = asPlugged(atClock(chip, clock), bridged, slowly);
        const whole = build(plugged, { share, die }, stack);
        device = team === null || isSkipped(whole) ? whole : inTeams(whole, team);
        devices.set(key, device);
      }
      return device;
    },
    program: lowered.program,
    speculating: lowered.speculating,
    training: lowered.training,
    models: lowered.models,
    names: lowered.names,
    trainingRuns: memory(),
    microSteps: memory(),
  };
}

/** Without its bridge a card has only its host's bus; a stick in an older socket has a slower one. */
function asPlugged(chip: Chip, bridged: boolean, slowly: boolean): Chip {
  const joined = bridged ? chip : { ...chip, scaleUp: null };
  return slowly && chip.hostLink
    ? {
        ...joined,
        hostLink: { ...chip.hostLink, bandwidthBytesPerSecond: OLD_SOCKET_BYTES_PER_SECOND },
      }
    : joined;
}

/** Programs are lowered when they are first asked for, and kept. */
function lowering(names: Names): Lowered {
  const programs = new Map<Model, Program>();
  const trainings = new Map<Model, TrainingProgram>();
  const speculating = memory<GenerativeProgram>();
  return {
    program(model) {
      let program = programs.get(model);
      if (!program) {
        program = rememberSteps(lowerModel(model));
        programs.set(model, program);
      }
      return program;
    },
    speculating: (model, round) =>
      speculating(`${model.id}/${round.tokens}`, () =>
        rememberSteps(speculate(lowerDecoder(model), predictionHead(model), round)),
      ),
    training(model) {
      let program = trainings.get(model);
      if (!program) {
        program = lowerTraining(model);
        trainings.set(model, program);
      }
      return program;
    },
    models: memory(),
    names,
  };
}
