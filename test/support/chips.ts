import type { Chip, ChipClass, Family, Stack, System } from "../../src/catalog/types.ts";
import { buildDevice, type Device } from "../../src/simulation/device.ts";

/** Chips as their data sheets describe them, with round shares where the catalogue has fitted ones. */

interface Parts {
  chip: Chip;
  family: Family;
  system: System;
  stack: Stack;
}

function chip(id: string, chipClass: ChipClass, figures: Partial<Chip>): Chip {
  return {
    id,
    name: id,
    vendor: "Acme",
    class: chipClass,
    deployment: "datacenter",
    year: 2023,
    family: "test-family",
    system: "test-system",
    stacks: ["test-stack"],
    peakOpsPerSecond: {},
    cores: null,
    clockHz: null,
    structuredSparsity: false,
    memory: {
      type: null,
      capacityBytes: null,
      bandwidthBytesPerSecond: null,
      onChipOnly: false,
    },
    onChipBytes: null,
    lastLevelCacheBytes: null,
    tdpWatts: null,
    idleWatts: null,
    scaleUp: null,
    scaleOut: null,
    hostLink: null,
    formFactor: null,
    availability: "sale",
    process: {
      nodeNanometres: null,
      name: null,
      foundry: null,
      dieAreaSquareMillimetres: null,
      diesPerPackage: null,
      transistors: null,
    },
    priceUsd: null,
    rentUsdPerHour: null,
    safety: null,
    confidence: "certain",
    verified: true,
    estimated: [],
    note: null,
    ...figures,
  };
}

/** NVIDIA H100 SXM data sheet: 989 dense BF16 TFLOP/s, 80 GB at 3.35 TB/s, NVLink 450 GB/s a direction, 700 W. */
export const h100 = (overrides: Partial<Chip> = {}): Chip =>
  chip("h100", "gpu", {
    peakOpsPerSecond: { fp32: 66.9e12, bf16: 989e12, fp16: 989e12, fp8: 1979e12, int8: 1979e12 },
    cores: 132,
    structuredSparsity: true,
    memory: {
      type: "HBM3",
      capacityBytes: 80e9,
      bandwidthBytesPerSecond: 3.35e12,
      onChipOnly: false,
    },
    lastLevelCacheBytes: 50e6,
    tdpWatts: 700,
    idleWatts: 70,
    scaleUp: { name: "NVLink 4", bandwidthBytesPerSecond: 450e9, domainChips: 8 },
    priceUsd: 30_000,
    rentUsdPerHour: 3,
    ...overrides,
  });

/** NVIDIA A100 80 GB SXM data sheet: 312 dense BF16 TFLOP/s, 2,039 GB/s, NVLink 300 GB/s a direction, 400 W. */
export const a100 = (): Chip =>
  h100({
    id: "a100",
    peakOpsPerSecond: { fp32: 19.5e12, bf16: 312e12, fp16: 312e12, int8: 624e12 },
    cores: 108,
    memory: {
      type: "HBM2e",
      capacityBytes: 80e9,
      bandwidthBytesPerSecond: 2.039e12,
      onChipOnly: false,
    },
    lastLevelCacheBytes: 40e6,
    tdpWatts: 400,
    idleWatts: 50,
    scaleUp: { name: "NVLink 3", bandwidthBytesPerSecond: 300e9, domainChips: 8 },
  });

/** NVIDIA V100 data sheet: FP16 tensor cores only. */
export const v100 = (): Chip =>
  h100({ id: "v100", peakOpsPerSecond: { fp32: 15.7e12, fp16: 125e12 } });

/** An edge module: 26 INT8 TOP/s, 2 W, fed over PCIe from its host, weights in on-chip memory. */
export const npu = (): Chip =>
  chip("npu", "npu", {
    peakOpsPerSecond: { int8: 26e12 },
    cores: 8,
    memory: {
      type: "LPDDR4",
      capacityBytes: 4e9,
      bandwidthBytesPerSecond: 17e9,
      onChipOnly: false,
    },
    onChipBytes: 16e6,
    tdpWatts: 5,
    idleWatts: 1,
    priceUsd: 200,
  });

/** One server socket: 64 cores, 8 channels of DDR5-4800, no accelerator link. */
export const cpu = (): Chip =>
  chip("cpu", "cpu", {
    peakOpsPerSecond: { fp32: 5e12, bf16: 40e12, int8: 80e12 },
    cores: 64,
    memory: {
      type: "DDR5",
      capacityBytes: 512e9,
      bandwidthBytesPerSecond: 307e9,
      onChipOnly: false,
    },
    lastLevelCacheBytes: 300e6,
    tdpWatts: 350,
    priceUsd: 8000,
  });

export const family = (overrides: Partial<Family> = {}): Family => ({
  id: "test-family",
  name: "Test family",
  class: "gpu",
  parent: null,
  matmulShare: 0.75,
  bandwidthShare: 0.8,
  vectorShare: 0.5,
  attentionShare: 0.7,
  narrowShare: 1,
  tileRows: 64,
  tileColumns: 128,
  tileDepth: 16,
  depthwiseShare: 0.02,
  linkShare: 0.8,
  launchSeconds: 2e-6,
  basis: "published",
  source: "test",
  confidence: "high",
  note: null,
  ...overrides,
});

/** HGX board: eight chips behind switches, 50 GB/s InfiniBand each. */
export const system = (overrides: Partial<System> = {}): System => ({
  id: "test-system",
  name: "Test server",
  kind: "server",
  chipsPerNode: 8,
  scaleUpChips: 8,
  topology: "switch",
  scaleUpLatencySeconds: 5e-6,
  scaleOut: {
    name: "InfiniBand",
    bandwidthBytesPerSecond: 50e9,
    latencySeconds: 10e-6,
    maxChips: 16_384,
  },
  hostWattsPerChip: 500,
  hostUsdPerChip: 10_000,
  minimumChipsOwned: 1,
  minimumChipsRented: 1,
  powerUsageEffectiveness: 1.25,
  source: "test",
  confidence: "high",
  estimated: [],
  note: null,
  ...overrides,
});

export const stack = (overrides: Partial<Stack> = {}): Stack => ({
  id: "test-stack",
  name: "Test stack",
  phases: ["llm-inference", "inference", "training"],
  precisions: ["fp32", "bf16", "fp16", "fp8", "int8"],
  weightOnly: ["fp8", "int8", "int4"],
  stepOverheadSeconds: 1e-3,
  expertShare: 0.6,
  kernelOverheadSeconds: 0,
  collectiveOverlap: 0,
  sequenceOverheadSeconds: 0,
  computeShare: 1,
  bandwidthShare: 1,
  collectiveOverheadSeconds: 0,
  continuousBatching: true,
  usableMemoryShare: 0.9,
  maturity: 1,
  maturityReason: "test",
  source: "test",
  confidence: "high",
  note: null,
  ...overrides,
});

/** The device that the parts make; unset parts are those of an H100 server. */
export function device(parts: Partial<Parts> = {}): Device {
  const built = buildDevice(
    parts.chip ?? h100(),
    parts.family ?? family(),
    parts.system ?? system(),
    parts.stack ?? stack(),
  );
  if (!built) throw new Error("the fixture lacks figures");
  return built;
}
