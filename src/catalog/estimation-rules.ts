import type { Precision } from "../units/precision.ts";
import type { Chip } from "./types.ts";

/** A figure that is assumed to grow in proportion to the estimated one. */
export interface Anchor {
  name: string;
  /** Fields of `Chip` that it is made of; "" for the anchor that is the same for every chip. */
  fields: readonly string[];
  read(chip: Chip): number | null;
}

/** What may be estimated, for which chips, and from what. */
export interface EstimationRule {
  /** Dotted path in `Chip`; goes to `estimated`. */
  field: string;
  /** Chips that have such a figure in reality; only they are estimated and only they serve as peers. */
  concerns(chip: Chip): boolean;
  read(chip: Chip): number | null;
  write(chip: Chip, value: number): Chip;
  anchors: readonly Anchor[];
  /** Who counts as a peer, the narrowest group first. */
  groups: readonly PeerGroup[];
}

type PeerGroup = (chip: Chip, peer: Chip) => boolean;

const sameClass: PeerGroup = (chip, peer) => chip.class === peer.class;
const sameDeployment: PeerGroup = (chip, peer) => chip.deployment === peer.deployment;
const sameClassAndDeployment: PeerGroup = (chip, peer) =>
  sameClass(chip, peer) && sameDeployment(chip, peer);
/** HBM, GDDR, LPDDR and DDR differ more in watts and dollars per byte a second than classes do. */
const sameMemory: PeerGroup = (chip, peer) =>
  sameClassAndDeployment(chip, peer) && memoryFamily(chip) === memoryFamily(peer);
/** Both get cheaper and thriftier from one generation to the next, which takes about two years. */
const sameMemoryAndAge: PeerGroup = (chip, peer) =>
  sameMemory(chip, peer) && Math.abs(chip.year - peer.year) <= 2;
/** Operations per cycle belong to a microarchitecture. */
const sameFamily: PeerGroup = (chip, peer) => chip.family === peer.family;
/** A microcontroller stops its clocks and sleeps at microwatts, which tells nothing about other chips and the other way round. */
const sameSleep: PeerGroup = (chip, peer) => (chip.class === "mcu") === (peer.class === "mcu");

const CLASS_GROUPS = [sameClassAndDeployment, sameClass];
const MEMORY_GROUPS = [sameMemoryAndAge, sameMemory, ...CLASS_GROUPS];

const bandwidth: Anchor = {
  name: "memory bandwidth",
  fields: ["memory.bandwidthBytesPerSecond"],
  read: (chip) => (isOffChip(chip) ? chip.memory.bandwidthBytesPerSecond : null),
};
const power: Anchor = {
  name: "thermal design power",
  fields: ["tdpWatts"],
  read: (chip) => chip.tdpWatts,
};
const largestPeak: Anchor = {
  name: "peak bits",
  fields: [],
  read: (chip) => {
    const { fp32 = 0, bf16 = 0, fp16 = 0, fp8 = 0, int8 = 0 } = chip.peakOpsPerSecond;
    return Math.max(32 * fp32, 16 * bf16, 16 * fp16, 8 * fp8, 8 * int8) || null;
  },
};
const coresTimesClock: Anchor = {
  name: "cores × clock",
  fields: ["cores", "clockHz"],
  read: (chip) => (chip.cores === null || chip.clockHz === null ? null : chip.cores * chip.clockHz),
};
/** Intel and AMD sell one socket, at the same watts and memory channels, with 8 to 96 cores and at prices to match; Arm and RISC-V cores are worth other sums. */
const x86Cores: Anchor = {
  ...coresTimesClock,
  read: (chip) => (chip.family.startsWith("x86-") ? coresTimesClock.read(chip) : null),
};
const constant: Anchor = { name: "constant", fields: [], read: () => 1 };

function peak(precision: Precision): Anchor {
  return {
    name: precision,
    fields: [`peakOpsPerSecond.${precision}`],
    read: (chip) => chip.peakOpsPerSecond[precision] ?? null,
  };
}

function peakRule(
  precision: Precision,
  concerns: (chip: Chip) => boolean,
  anchors: readonly Anchor[],
): EstimationRule {
  return {
    field: `peakOpsPerSecond.${precision}`,
    concerns,
    read: (chip) => chip.peakOpsPerSecond[precision] ?? null,
    write: (chip, value) => ({
      ...chip,
      peakOpsPerSecond: { ...chip.peakOpsPerSecond, [precision]: value },
    }),
    anchors,
    groups: [sameFamily, ...CLASS_GROUPS],
  };
}

/** In the order in which they run; a later rule may build on an earlier estimate. */
export const ESTIMATION_RULES: readonly EstimationRule[] = [
  // Every CPU core has FP64, FP32 and 8-bit integer vectors, and every GPU core FP32 and FP16: only these formats are
  // filled. Whether an NPU or an ASIC multiplies a format is its maker's choice, so an unprinted one stays absent.
  peakRule("fp32", (chip) => chip.class === "cpu", [coresTimesClock]),
  peakRule("fp64", (chip) => chip.class === "cpu", [peak("fp32")]),
  peakRule("int8", (chip) => chip.class === "cpu", [peak("fp32")]),
  peakRule("fp16", (chip) => chip.class === "gpu", [peak("fp8"), peak("fp4"), peak("int8")]),
  peakRule("fp32", (chip) => chip.class === "gpu", [coresTimesClock, peak("fp16")]),
  {
    field: "tdpWatts",
    concerns: () => true,
    read: (chip) => chip.tdpWatts,
    write: (chip, tdpWatts) => ({ ...chip, tdpWatts }),
    anchors: [bandwidth, largestPeak],
    groups: MEMORY_GROUPS,
  },
  {
    field: "memory.bandwidthBytesPerSecond",
    // Without a kind of memory there is nothing to compare; memory on the die answers at the rate of its arithmetic.
    concerns: (chip) => chip.memory.type !== null && isOffChip(chip),
    read: (chip) => chip.memory.bandwidthBytesPerSecond,
    write: (chip, bandwidthBytesPerSecond) => ({
      ...chip,
      memory: { ...chip.memory, bandwidthBytesPerSecond },
    }),
    anchors: [power],
    groups: MEMORY_GROUPS,
  },
  {
    field: "onChipBytes",
    // Every neural processor has a buffer between its memory and its arithmetic, sized to feed it.
    concerns: (chip) => chip.class === "npu" && isOffChip(chip),
    read: (chip) => chip.onChipBytes,
    write: (chip, onChipBytes) => ({ ...chip, onChipBytes }),
    anchors: [largestPeak],
    groups: [sameFamily, ...CLASS_GROUPS],
  },
  {
    field: "memory.capacityBytes",
    // Beside a system on chip the maker of the board solders what the application needs: a choice, not a secret.
    concerns: isBoardMemory,
    read: (chip) => chip.memory.capacityBytes,
    write: (chip, capacityBytes) => ({ ...chip, memory: { ...chip.memory, capacityBytes } }),
    anchors: [bandwidth, largestPeak],
    groups: [...CLASS_GROUPS, sameDeployment],
  },
  {
    field: "idleWatts",
    concerns: () => true,
    read: (chip) => chip.idleWatts,
    write: (chip, idleWatts) => ({ ...chip, idleWatts }),
    anchors: [power],
    groups: [...CLASS_GROUPS, sameSleep],
  },
  {
    field: "hostLink.bandwidthBytesPerSecond",
    concerns: isAddInAccelerator,
    read: (chip) => chip.hostLink?.bandwidthBytesPerSecond ?? null,
    write: (chip, bandwidthBytesPerSecond) => ({
      ...chip,
      hostLink: { name: "host link, as peers have it", bandwidthBytesPerSecond },
    }),
    anchors: [constant],
    groups: [...CLASS_GROUPS, sameDeployment],
  },
  {
    field: "priceUsd",
    concerns: (chip) => isSoldAsChipOrBoard(chip) && chip.class !== "mcu",
    read: (chip) => chip.priceUsd,
    write: (chip, priceUsd) => ({ ...chip, priceUsd }),
    anchors: [power, bandwidth, x86Cores],
    groups: MEMORY_GROUPS,
  },
  {
    field: "priceUsd",
    // A few dollars whatever it computes: peripherals and lot size make the price, neither watts nor memory.
    concerns: (chip) => isSoldAsChipOrBoard(chip) && chip.class === "mcu",
    read: (chip) => chip.priceUsd,
    write: (chip, priceUsd) => ({ ...chip, priceUsd }),
    anchors: [constant],
    groups: [sameClass],
  },
];

/** Memory on the die is two orders of magnitude faster than memory beside it: no measure of power or price. */
function isOffChip(chip: Chip): boolean {
  return !chip.memory.onChipOnly && memoryFamily(chip) !== "SRAM";
}

function isBoardMemory(chip: Chip): boolean {
  const onBoard = chip.deployment === "automotive" || chip.deployment === "embedded";
  return onBoard && chip.memory.type !== null && isOffChip(chip);
}

/** Cloud-only, internal, licensed and phone chips have no price; computers are priced whole, so they tell nothing about chips. */
function isSoldAsChipOrBoard(chip: Chip): boolean {
  const wholeComputer = /^(Mac|laptop|mini PC|SoC \(laptop|CS-\d)/.test(chip.formFactor ?? "");
  return chip.availability === "sale" && !wholeComputer;
}

/** Accelerators beside a host processor; a system on chip has its host inside. */
function isAddInAccelerator(chip: Chip): boolean {
  const onChipHost = /^(SoC|SoM|SOM|SBC|Mac|mini PC|phone|device|eval|board$|dual-chip)|socket/;
  return (
    ["gpu", "tpu", "asic", "fpga"].includes(chip.class) &&
    ["datacenter", "edge-server", "workstation"].includes(chip.deployment) &&
    chip.formFactor !== null &&
    !onChipHost.test(chip.formFactor)
  );
}

function memoryFamily(chip: Chip): string {
  return /SRAM|HBM|GDDR|LPDDR|DDR/.exec(chip.memory.type ?? "")?.[0] ?? "other";
}
