import type { Chip, Family, Stack } from "../../src/catalog/types.ts";
import type { Assessed } from "../../src/decision/assessed.ts";
import type { ReferenceFigures } from "../../src/decision/reference-figures.ts";
import type { Plan, TaskMetrics, TaskPlan } from "../../src/planner/types.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { chip, system } from "../economics/hardware-fixture.ts";
import * as support from "../support/chips.ts";

/** A mature stack of one format without host times. */
export const stack = (overrides: Partial<Stack> = {}): Stack =>
  support.stack({
    precisions: ["bf16"],
    weightOnly: [],
    stepOverheadSeconds: 0,
    maturity: 0.8,
    maturityReason: "many years in production.",
    source: "made up for tests",
    ...overrides,
  });

/** Of parameters that rest on measurements. */
export const family = (overrides: Partial<Family> = {}): Family =>
  support.family({ basis: "fitted", ...overrides });

export function taskPlan(
  metrics: Partial<TaskMetrics> = {},
  overrides: Partial<TaskPlan> = {},
): TaskPlan {
  return {
    taskId: "chat",
    modelId: "test-model",
    stackId: "test-stack",
    sharding: UNSHARDED,
    chipsPerReplica: 1,
    replicas: 8,
    batch: 32,
    microBatches: 1,
    zeroStage: 0,
    recompute: "none",
    precision: { weights: "bf16", activations: "bf16", cache: "bf16" },
    clockFraction: 1,
    compression: [],
    accuracyRisk: "none",
    chipShare: 8,
    metrics: {
      capacityPerSecond: 15,
      demandPerSecond: 10,
      workUnit: "request",
      timeToFirstTokenSeconds: null,
      timePerOutputTokenSeconds: null,
      endToEndSeconds: null,
      trainingSeconds: null,
      utilisation: 0.3,
      memoryBytesPerChip: 40e9,
      wattsPerChip: 500,
      ...metrics,
    },
    boundBy: "memory-bandwidth",
    ...overrides,
  };
}

export function plan(overrides: Partial<Plan> = {}, totalUsd = 100_000): Plan {
  return {
    chips: 8,
    chipsPerSite: 8,
    tasks: [taskPlan()],
    ownership: "own",
    cost: { totalUsd, capitalUsd: totalUsd / 2, monthlyUsd: 1_000, energyUsd: 100, perUnit: null },
    powerWatts: 8_000,
    powerWattsPerSite: 8_000,
    energyJoulesOverHorizon: 3.6e6 * 100_000,
    ...overrides,
  };
}

export function assessed(overrides: Partial<Assessed> = {}, figures: Partial<Chip> = {}): Assessed {
  return {
    chip: chip({ confidence: "certain", ...figures }),
    system: system(),
    family: family(),
    stacks: [stack()],
    plan: plan(),
    growth: null,
    clouds: ["cirrus", "nimbus"],
    ...overrides,
  };
}

export function references(overrides: Partial<ReferenceFigures> = {}): ReferenceFigures {
  return {
    idealCostUsd: 10_000,
    idealEnergyKilowattHours: 10_000,
    cheapestUnitUsd: 1_000,
    unitsOfWork: null,
    catalogYear: 2026,
    ...overrides,
  };
}
