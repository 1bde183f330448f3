import {
  USUAL_PLACEMENT,
  type Collective,
  type ParallelGroup,
  type PlacedGroup,
  type Placement,
  type Sharding,
} from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";

/**
 * Time of one collective, seconds. Latency plus bytes over bandwidth (Thakur et al. 2005); a group that is larger than the
 * scale-up domain works in two tiers: inside the domain, then across with each chip's share of the data.
 */
export function collectiveTime(
  collective: Collective,
  device: Device,
  formats: Formats,
  sharding: Sharding,
): number {
  // A stage hands over to the next one, however many there are.
  const size = collective.kind === "point-to-point" ? 2 : sharding[collective.group];
  const bytes = collective.elements * bytesPerElement(collective, formats);
  const seconds = groupTime(
    collective.kind,
    bytes,
    size,
    reach(collective.group, sharding),
    device,
  );
  return isTensorSum(collective) && device.stack.fusedNorms === true
    ? Math.max(0, seconds - device.launchSeconds)
    : seconds;
}

/** The sum over a tensor group, which a norm follows: one kernel does both where the stack has it, and the norm's own launch falls away. */
const isTensorSum = ({ kind, group }: Collective): boolean =>
  kind === "all-reduce" && group === "tensor";

/**
 * The same for a group of `size` chips whose first and last member lie `span` chips apart, at most `inside` of them in one scale-up
 * domain.
 */
export function groupTime(
  kind: Collective["kind"],
  bytes: number,
  size: number,
  span: number,
  device: Device,
  inside = membersInside(size, span, device),
): number {
  if (size <= 1) return 0;
  return device.stack.collectiveOverheadSeconds + wireTime(kind, bytes, size, span, device, inside);
}

/** How many of `size` chips, the last one `span` chips from the first, share a scale-up domain. */
export const membersInside = (size: number, span: number, { scaleUp }: Device): number =>
  Math.max(1, Math.min(size, Math.floor(((scaleUp?.chips ?? 1) * size) / span)));

/** The chips that hold copies of the same weights: parts of a sequence and replicas, wherever either lies. */
export interface CopyGroup {
  size: number;
  span: number;
  inside: number;
}

/** Where the copies of a layout lie. */
export function copyGroup(sharding: Sharding, device: Device): CopyGroup {
  const placement = sharding.placement ?? USUAL_PLACEMENT;
  const group: CopyGroup = { size: 1, span: 1, inside: 1 };
  for (const part of ["context", "data"] as const) {
    const members = sharding[part];
    if (members <= 1) continue;
    const span = strideOf(part, sharding, placement) * members;
    group.size *= members;
    group.span = Math.max(group.span, span);
    group.inside *= membersInside(members, span, device);
  }
  return group;
}

/** Time on the links alone. */
function wireTime(
  kind: Collective["kind"],
  bytes: number,
  size: number,
  span: number,
  device: Device,
  inside: number,
): number {
  const domain = device.scaleUp?.chips ?? 1;
  if (span <= domain && device.scaleUp) {
    const { bytesPerSecond, latencySeconds } = device.scaleUp;
    const rate = bytesPerSecond * meshShare(device, size);
    return tier(kind, bytes, size, rate, hops(device, size) * latencySeconds);
  }
  // Beyond the domain the host's bus serves, as far as it reaches; then the network.
  const bus = device.bus && span <= device.bus.chips ? device.bus : null;
  const outer = bus ?? device.scaleOut;
  if (!outer) return Number.POSITIVE_INFINITY;
  const { bytesPerSecond, latencySeconds } = outer;
  const outside = Math.ceil(size / inside);
  const steps = bus ? 2 * (outside - 1) : 2 * Math.ceil(Math.log2(Math.max(2, outside)));
  const across = tier(
    kind,
    // Each chip of the domain carries its part of a reduced or gathered buffer across, but all of what it alone sends.
    SENT_WHOLE.has(kind) ? bytes : bytes / inside,
    outside,
    bytesPerSecond,
    steps * latencySeconds,
  );
  if (inside === 1 || !device.scaleUp) return across;
  const within = tier(
    kind,
    bytes,
    inside,
    device.scaleUp.bytesPerSecond * meshShare(device, inside),
    hops(device, inside) * device.scaleUp.latencySeconds,
  );
  return within + across;
}

const SENT_WHOLE: ReadonlySet<Collective["kind"]> = new Set(["point-to-point", "all-to-all"]);

/** Sums are formed in 16 bits at least: serving engines and trainers quantise for the multiply, not for the reduction. */
export function bytesPerElement(collective: Collective, formats: Formats): number {
  if (collective.bytesPerElement !== null) return collective.bytesPerElement;
  const sums = collective.kind === "all-reduce" || collective.kind === "reduce-scatter";
  return sums ? Math.max(2, formats.activationBytes) : formats.activationBytes;
}

function tier(
  kind: Collective["kind"],
  bytes: number,
  size: number,
  bytesPerSecond: number,
  latencySeconds: number,
): number {
  if (size <= 1) return 0;
  const factor =
    kind === "all-reduce"
      ? 2 * ((size - 1) / size)
      : kind === "point-to-point"
        ? 1
        : (size - 1) / size;
  return latencySeconds + (factor * bytes) / bytesPerSecond;
}

/** Latency steps of an all-reduce: a switch reduces in one tree up and down; a ring or torus passes every neighbour on each axis. */
function hops(device: Device, size: number): number {
  switch (device.system.topology) {
    case "switch":
    case "mesh":
      return 2;
    case "torus-2d":
      return 4 * (Math.sqrt(size) - 1) + 2;
    case "torus-3d":
      return 6 * (Math.cbrt(size) - 1) + 2;
    default:
      return 2 * (size - 1);
  }
}

/** In a full mesh a chip reaches a group of `size` over that many of its links only. */
function meshShare(device: Device, size: number): number {
  if (device.system.topology !== "mesh" || !device.scaleUp) return 1;
  return Math.min(1, (size - 1) / Math.max(1, device.scaleUp.chips - 1));
}

/** Chips from the first to the last member: tensor lies innermost, then context, expert, pipeline, data, unless the layout is placed otherwise. */
export function reach(group: ParallelGroup, sharding: Sharding): number {
  const { tensor, context, pipeline, data, placement } = sharding;
  if (placement) return placedReach(group, sharding, placement);
  switch (group) {
    case "tensor":
      return tensor;
    case "context":
      return tensor * context;
    case "expert":
      return Math.max(tensor * context, sharding.expert);
    case "pipeline":
      return tensor * context * 2;
    case "data":
      return tensor * context * pipeline * data;
    default:
      return group satisfies never;
  }
}

/** The same for any order. Experts lie on the tensor and context groups and on as many copies beside them as they need. */
function placedReach(group: ParallelGroup, sharding: Sharding, placement: Placement): number {
  if (group === "expert") {
    const { tensor, context, expert } = sharding;
    const place = (of: PlacedGroup): number => strideOf(of, sharding, placement) * sharding[of];
    const attention = Math.max(place("tensor"), place("context"));
    return Math.max(attention, (expert * attention) / (tensor * context));
  }
  return strideOf(group, sharding, placement) * (group === "pipeline" ? 2 : sharding[group]);
}

/** Chips between neighbours of a group: the product of what lies further inside. */
function strideOf(group: PlacedGroup, sharding: Sharding, placement: Placement): number {
  let stride = 1;
  for (const inner of placement) {
    if (inner === group) break;
    stride *= sharding[inner];
  }
  return stride;
}
