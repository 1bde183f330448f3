import type { Chip, Stack, StackPhase, System } from "../catalog/types.ts";
import type { Task } from "../input/workload-types.ts";
import type { Model } from "../catalog/types.ts";
import { buildDevice, type Device, type ResolvedFamily } from "../simulation/device.ts";

/** A chip with everything round it that planning needs. */
export interface CandidateHardware {
  chip: Chip;
  family: ResolvedFamily;
  system: System;
  /** Stacks that the chip has and the workload allows, best supported first. */
  stacks: readonly Stack[];
  rentUsdPerChipHour: number | null;
}

/** Stack phases that can serve the task, preferred first. */
export function phasesOf(task: Task, model: Model): readonly StackPhase[] {
  return task.kind === "inference" ? inferencePhases(model) : ["training"];
}

/** The same for a model that answers, whatever the task. */
export function inferencePhases(model: Pick<Model, "kind">): readonly StackPhase[] {
  if (model.kind === "decoder") return ["llm-inference"];
  return model.kind === "encoder-decoder" ? ["inference", "llm-inference"] : ["inference"];
}

/** One device per usable stack, in the order of preference. Empty when no stack serves the task or figures are missing. */
export function devicesFor(hardware: CandidateHardware, task: Task, model: Model): Device[] {
  const phases = phasesOf(task, model);
  return hardware.stacks
    .filter((stack) => phases.some((phase) => stack.phases.includes(phase)))
    .map((stack) => deviceOf(hardware, stack))
    .filter((device) => device !== null);
}

/** Of the last candidate alone: candidates are looked at one after the other, each for all tasks. */
let latest: { hardware: CandidateHardware; devices: Map<Stack, Device | null> } | null = null;

/** The device of a stack, built once for all tasks; null when figures are missing. */
function deviceOf(hardware: CandidateHardware, stack: Stack): Device | null {
  if (latest?.hardware !== hardware) latest = { hardware, devices: new Map() };
  const { devices } = latest;
  let device = devices.get(stack);
  if (device === undefined) {
    const { chip, family, system } = hardware;
    devices.set(stack, (device = buildDevice(chip, family, system, stack)));
  }
  return device;
}
