import { UNSHARDED, type Operator, type ParallelGroup } from "../../workload/types.ts";
import type { Device } from "../device.ts";
import type { TrainingSetup } from "../training-step.ts";
import { trainingTime, wideFormats } from "../training-time.ts";
import { GroupTable } from "./group-table.ts";
import { stageParts, type PassParts, type StageMemory } from "./stage-parts.ts";

/** How the work on one micro-batch is split inside a stage. */
export interface Split {
  tensor: number;
  context: number;
  expert: number;
  microBatch: number;
}

/**
 * What one split costs on one device: seconds of one micro-batch as linear functions of the layers of a stage. Lowered once; pipeline,
 * placement, data, ZeRO, recomputation and offloading are arithmetic on these.
 */
export interface SplitCosts extends Split {
  forward: Line;
  backward: Line;
  cheap: Line;
  /** The host's work to launch the kernels of each, collectives left out. */
  forwardHost: Line;
  backwardHost: Line;
  cheapHost: Line;
  headSeconds: number;
  /** Collectives, the same forward and backward. */
  collectiveHost: Line & { handOver: number };
  /** Collectives of a pass, each at its best place. */
  least: Line & { handOver: number };
  tensorGroup: GroupTable;
  contextGroup: GroupTable;
  expertGroup: GroupTable;
  handOver: GroupTable;
  memory: StageMemory;
}

export interface Line {
  fixed: number;
  perLayer: number;
}

export function splitCosts(setup: TrainingSetup, device: Device, split: Split): SplitCosts {
  const { program, formats, sequence, trainableShare, kernels = "fused" } = setup;
  const { tensor, context, expert, microBatch } = split;
  const sharding = { ...UNSHARDED, tensor, context, expert };
  const parts = stageParts(program, { microBatch, sequence, sharding, kernels, trainableShare });
  // The host's share is added by the kernel, once the number of layers is known.
  const chip = { ...device, stack: { ...device.stack, kernelOverheadSeconds: 0 } };
  const seconds = (operators: readonly Operator[]): number =>
    operators.length === 0
      ? 0
      : trainingTime({ operators, collectives: [] }, chip, formats, sharding).seconds;
  const line = ({ fixed, perLayer }: PassParts): Line => ({
    fixed: seconds(fixed),
    perLayer: seconds(perLayer),
  });
  const host = ({ kernelsFixed, kernelsPerLayer }: PassParts): Line => ({
    fixed: device.stack.kernelOverheadSeconds * kernelsFixed,
    perLayer: device.stack.kernelOverheadSeconds * kernelsPerLayer,
  });
  const wide = wideFormats(device, formats);
  const shown = 1 - device.stack.collectiveOverlap;
  const group = (name: ParallelGroup, size: number): GroupTable => {
    const own = parts.collectives.filter(({ collective }) => collective.group === name);
    return new GroupTable(own, size, device, wide, name === "tensor" ? 1 : shown);
  };
  const tensorGroup = group("tensor", tensor);
  const contextGroup = group("context", context);
  const expertGroup = group("expert", expert);
  const handOver = group("pipeline", 2);
  const inStage = [tensorGroup, contextGroup, expertGroup];
  const bests = inStage.map((table) => table.best());
  const last = handOver.best();
  const launch = device.stack.kernelOverheadSeconds;
  return {
    ...split,
    forward: line(parts.forward),
    backward: line(parts.backward),
    cheap: line(parts.cheap),
    forwardHost: host(parts.forward),
    backwardHost: host(parts.backward),
    cheapHost: host(parts.cheap),
    headSeconds:
      trainingTime(parts.head, device, formats, sharding).seconds +
      trainingTime(parts.headBackward, device, formats, sharding).seconds,
    collectiveHost: {
      fixed: launch * sum(inStage, "kernelsFixed"),
      perLayer: launch * sum(inStage, "kernelsPerLayer"),
      handOver: launch * (handOver.kernelsFixed + handOver.kernelsPerLayer),
    },
    least: {
      fixed: sum(bests, "fixed"),
      perLayer: sum(bests, "perLayer"),
      handOver: last.fixed,
    },
    tensorGroup,
    contextGroup,
    expertGroup,
    handOver,
    memory: parts.memory,
  };
}

const sum = <K extends string>(parts: readonly Readonly<Record<K, number>>[], key: K): number =>
  parts.reduce((total, part) => total + part[key], 0);
