import type { Operator } from "../../workload/types.ts";
import type { Device } from "../device.ts";
import { wideFormats, type Formats } from "../formats.ts";
import { shownTensorShare } from "../tensor-overlap.ts";
import { trainerOf, type TrainingSetup } from "../training-step.ts";
import { operatorSeconds, queuedDevice } from "../training-time.ts";
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
  /** The host's work to launch the collectives of a pass. */
  collectiveHost: { forward: Line; backward: Line };
  /** Collectives of a pass, each at its best place. */
  least: { forward: Line; backward: Line };
  tensorGroup: GroupTable;
  contextGroup: GroupTable;
  contextBackwardGroup: GroupTable;
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
  const shownInside = shownTensorShare(trainerOf(setup), split.tensor, 1);
  const tensorGroup =
    parts.tensor.length === 0
      ? noGroup
      : new GroupTable(parts.tensor, split.tensor, device, wide, 1, shownInside);
  const contextGroup = group(parts.context, split.context, shown);
  const expertGroup = group(parts.expert, split.expert, shown);
  const contextBackwardGroup = group(parts.contextBackward, split.context, shown);
  const forwardGroups = [tensorGroup, contextGroup, expertGroup];
  const backwardGroups = [tensorGroup, contextBackwardGroup, expertGroup];
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
      forward: launches(forwardGroups, launch),
      backward: launches(backwardGroups, launch),
    },
    least: { forward: leastOf(forwardGroups), backward: leastOf(backwardGroups) },
    tensorGroup,
    contextGroup,
    contextBackwardGroup,
    expertGroup,
    handOver: group(parts.handOver, 2, 1),
    memory: parts.memory,
  };
}

function launches(groups: readonly GroupTable[], each: number): Line {
  const line = { fixed: 0, perLayer: 0 };
  for (const { kernelsFixed, kernelsPerLayer } of groups) {
    line.fixed += each * kernelsFixed;
    line.perLayer += each * kernelsPerLayer;
  }
  return line;
}

function leastOf(groups: readonly GroupTable[]): Line {
  const line = { fixed: 0, perLayer: 0 };
  for (const { leastFixed, leastPerLayer } of groups) {
    line.fixed += leastFixed;
    line.perLayer += leastPerLayer;
  }
  return line;
}
