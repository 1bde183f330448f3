import type { Chip, CloudPrice, System } from "../../src/catalog/types.ts";
import type { DeploymentUse } from "../../src/economics/deployment.ts";

/** A made-up accelerator with round figures; tests override what they are about. */
export function chip(overrides: Partial<Chip> = {}): Chip {
  return {
    id: "test-gpu",
    name: "Test GPU",
    vendor: "Acme",
    class: "gpu",
    deployment: "datacenter",
    year: 2024,
    family: "test-family",
    system: "test-server",
    stacks: ["test-stack"],
    peakOpsPerSecond: { bf16: 1e15 },
    structuredSparsity: false,
    availability: "sale",
    cores: 100,
    clockHz: 1e9,
    memory: {
      type: "HBM3",
      capacityBytes: 80e9,
      bandwidthBytesPerSecond: 3e12,
      onChipOnly: false,
    },
    onChipBytes: null,
    lastLevelCacheBytes: null,
    tdpWatts: 700,
    idleWatts: null,
    scaleUp: null,
    scaleOut: null,
    hostLink: null,
    formFactor: "SXM5",
    process: {
      nodeNanometres: 4,
      name: null,
      foundry: null,
      dieAreaSquareMillimetres: null,
      diesPerPackage: null,
      transistors: null,
    },
    priceUsd: 30_000,
    rentUsdPerHour: 3,
    safety: null,
    confidence: "high",
    verified: true,
    estimated: [],
    note: null,
    ...overrides,
  };
}

export function system(overrides: Partial<System> = {}): System {
  return {
    id: "test-server",
    name: "Test server",
    kind: "server",
    chipsPerNode: 8,
    scaleUpChips: 8,
    topology: "switch",
    scaleUpLatencySeconds: 1e-6,
    scaleOut: null,
    hostWattsPerChip: 300,
    hostUsdPerChip: 20_000,
    minimumChipsOwned: 8,
    minimumChipsRented: 1,
    powerUsageEffectiveness: 1.25,
    source: "made up for tests",
    confidence: "high",
    estimated: [],
    note: null,
    ...overrides,
  };
}

export function cloudPrice(overrides: Partial<CloudPrice> = {}): CloudPrice {
  return {
    chip: "test-gpu",
    chipsPerInstance: 8,
    instance: "big.8x",
    cloud: "nimbus",
    region: null,
    usdPerChipHour: 4,
    spotUsdPerChipHour: 1,
    date: "2026-07-20",
    source: "made up for tests",
    ...overrides,
  };
}

export const HOUR = 3600;
export const YEAR = 8760 * HOUR;

/** Eight chips, on for three years. */
export function use(overrides: Partial<DeploymentUse> = {}): DeploymentUse {
  return {
    chip: chip(),
    system: system(),
    rentUsdPerChipHour: 3,
    chips: 8,
    meanWattsPerChip: 500,
    horizonSeconds: 3 * YEAR,
    activeSeconds: 3 * YEAR,
    energyUsdPerKilowattHour: 0.1,
    ...overrides,
  };
}
