import type { Model } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import { residentShare, stepTime } from "../simulation/step-time.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import type { Program } from "../workload/program.ts";
import type { Sharding, Step } from "../workload/types.ts";
import { crudeStepSeconds, layersOf } from "./crude.ts";

/** Seconds of one step on one stage. Two clocks share the definitions of the metrics: the simulation and the crude baseline. */
export type Clock = (step: Step) => number;

/** What runs where, in which formats. */
export interface Setup {
  model: Model;
  program: Program;
  device: Device;
  formats: Formats;
  sharding: Sharding;
}

/** The simulation's own step time, with weights kept on the die as far as they fit. */
export function simulationClock(setup: Setup): Clock {
  const { program, device, formats, sharding } = setup;
  const resident = residentShare(device, weightBytesPerChip(program, sharding, formats));
  return (step) => stepTime(step, device, formats, sharding, resident).seconds;
}

export function crudeClock(setup: Setup): Clock {
  const { model, device, formats, sharding } = setup;
  return (step) =>
    crudeStepSeconds(step, device, formats, layersOf(model, step) / sharding.pipeline);
}
