import { countBefore } from "../units/ascending.ts";
import type { Chip, Model, Stack, StackPhase, System } from "../catalog/types.ts";
import { inferencePhases } from "../planner/candidate.ts";
import { memoryCapacityBytes } from "../simulation/device.ts";
import { BYTES_PER_ELEMENT } from "../units/precision.ts";

/** A chip with its machine and its software: all that decides which models it runs. */
export interface Machine {
  chip: Chip;
  system: System;
  stacks: readonly Stack[];
}

/** Narrower weights than these take a model apart first (quantisation), which is a project, not a download. */
const NARROWEST_BYTES = 1;

/**
 * Share of the models that one machine of a chip runs, 0..1: a stack does the kind of model, and the weights fit into the memory of
 * the machine's chips together. Models are sorted once, so that asking costs a few comparisons a chip.
 */
export function runnableShare(models: readonly Model[]): (machine: Machine) => number {
  const kinds = groupByPhases(models);
  return (machine) => {
    const runs = kinds.reduce((count, { phases, sizes }) => {
      const largest = largestModel(machine, phases);
      return count + countBefore(sizes, largest, true);
    }, 0);
    return models.length === 0 ? 0 : runs / models.length;
  };
}

interface ModelKind {
  phases: readonly StackPhase[];
  /** Parameters, ascending. */
  sizes: number[];
}

function groupByPhases(models: readonly Model[]): readonly ModelKind[] {
  const kinds = new Map<string, ModelKind>();
  for (const model of models) {
    const phases = inferencePhases(model);
    const key = phases.join();
    const kind = kinds.get(key) ?? { phases, sizes: [] };
    kind.sizes.push(model.parameters);
    kinds.set(key, kind);
  }
  for (const { sizes } of kinds.values()) sizes.sort((a, b) => a - b);
  return [...kinds.values()];
}

/** Parameters of the largest model of a kind that fits; 0 when no stack does that kind. */
function largestModel(machine: Machine, phases: readonly StackPhase[]): number {
  const { chip, system, stacks } = machine;
  const bytes = (memoryCapacityBytes(chip) ?? 0) * system.chipsPerNode;
  return stacks
    .filter((stack) => phases.some((phase) => stack.phases.includes(phase)))
    .reduce((largest, stack) => {
      const width = narrowestBytes(chip, stack);
      return width === null
        ? largest
        : Math.max(largest, (bytes * stack.usableMemoryShare) / width);
    }, 0);
}

function narrowestBytes(chip: Chip, stack: Stack): number | null {
  const computed = stack.precisions.filter((format) => format in chip.peakOpsPerSecond);
  if (computed.length === 0) return null;
  const widths = [...computed, ...stack.weightOnly].map((format) => BYTES_PER_ELEMENT[format]);
  return Math.min(...widths.filter((width) => width >= NARROWEST_BYTES));
}
