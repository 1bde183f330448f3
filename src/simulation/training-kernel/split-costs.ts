import type { Operator } from "../../workload/types.ts";
import type { Device } from "../device.ts";
import type { Formats } from "../formats.ts";
import type { TrainingSetup } from "../training-step.ts";
import { operatorSeconds, queuedDevice, wideFormats } from "../training-time.ts";
import { GroupTable } from "./group-table.ts";
import {
  partsTable,
  type PartsTable,
  type PassParts,
  type Split,
  type StageCollective,
  type StageMemory,
} from "./stage-parts.ts";

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

/** What the costs of any split of one setup start from. */
export interface SplitBase {
  setup: TrainingSetup;
  parts: PartsTable;
  queued: Device;
  wide: Formats;
  /** Share of a collective's time that compute does not hide. */
  shown: number;
  noGroup: GroupTable;
}

export function splitBase(setup: TrainingSetup, parts = partsTable(setup)): SplitBase {
  const { device, formats } = setup;
  return {
    setup,
    parts,
    queued: queuedDevice(device),
    wide: wideFormats(device, formats),
    shown: 1 - device.stack.collectiveOverlap,
    noGroup: new GroupTable([], 1, device, formats, 0),
  };
}

export function splitCosts(base: SplitBase, split: Split): SplitCosts {
  const { setup, queued, wide, shown, noGroup } = base;
  const { device, formats } = setup;
  const parts = base.parts.of(split);
  const launch = device.stack.kernelOverheadSeconds;
  const seconds = (operators: readonly Operator[]): number =>
    operatorSeconds(operators, queued, formats, wide);
  const line = ({ fixed, perLayer }: PassParts): Line => ({
    fixed: fixed.length === 0 ? 0 : seconds(fixed),
    perLayer: seconds(perLayer),
  });
  const host = ({ kernelsFixed, kernelsPerLayer }: PassParts): Line => ({
    fixed: launch * kernelsFixed,
    perLayer: launch * kernelsPerLayer,
  });
  const group = (own: readonly StageCollective[], size: number, exposed: number): GroupTable =>
    own.length === 0 ? noGroup : new GroupTable(own, size, device, wide, exposed);
  const tensorGroup = group(parts.tensor, split.tensor, 1);
  const contextGroup = group(parts.context, split.context, shown);
  const expertGroup = group(parts.expert, split.expert, shown);
  const handOver = group(parts.handOver, 2, shown);
  return {
    ...split,
    forward: line(parts.forward),
    backward: line(parts.backward),
    cheap: line(parts.cheap),
    forwardHost: host(parts.forward),
    backwardHost: host(parts.backward),
    cheapHost: host(parts.cheap),
    headSeconds:
      Math.max(seconds(parts.head.operators), launch * parts.headKernels) +
      Math.max(seconds(parts.headBackward.operators), launch * parts.headBackwardKernels),
    collectiveHost: {
      fixed:
        launch * (tensorGroup.kernelsFixed + contextGroup.kernelsFixed + expertGroup.kernelsFixed),
      perLayer:
        launch *
        (tensorGroup.kernelsPerLayer + contextGroup.kernelsPerLayer + expertGroup.kernelsPerLayer),
      handOver: launch * (handOver.kernelsFixed + handOver.kernelsPerLayer),
    },
    least: {
      fixed: tensorGroup.leastFixed + contextGroup.leastFixed + expertGroup.leastFixed,
      perLayer: tensorGroup.leastPerLayer + contextGroup.leastPerLayer + expertGroup.leastPerLayer,
      handOver: handOver.leastFixed,
    },
    tensorGroup,
    contextGroup,
    expertGroup,
    handOver,
    memory: parts.memory,
  };
}
