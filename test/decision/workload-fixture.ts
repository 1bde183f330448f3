import type { InferenceTask, TrainingTask, Workload } from "../../src/input/workload-types.ts";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import { YEAR } from "../economics/hardware-fixture.ts";

const EVERYTHING = { allow: [], deny: [] };

/** A chat service without limits of any kind; tests set the one that they are about. */
export function workload(overrides: Partial<Workload> = {}): Workload {
  return {
    name: "Test",
    application: "other",
    description: null,
    place: "datacenter",
    sites: 1,
    tasks: [inferenceTask()],
    budget: budget(),
    scalability: { growthFactor: 1, growthSeconds: YEAR, maxChips: null },
    constraints: constraints(),
    weights: DEFAULT_WEIGHTS,
    ...overrides,
  };
}

export function budget(overrides: Partial<Workload["budget"]> = {}): Workload["budget"] {
  return {
    capitalUsd: null,
    monthlyUsd: null,
    perUnit: null,
    powerWatts: null,
    energyUsdPerKilowattHour: 0.1,
    horizonSeconds: 3 * YEAR,
    ownership: "either",
    ...overrides,
  };
}

export function constraints(
  overrides: Partial<Workload["constraints"]> = {},
): Workload["constraints"] {
  return {
    vendors: EVERYTHING,
    classes: EVERYTHING,
    chips: EVERYTHING,
    stacks: EVERYTHING,
    formFactors: EVERYTHING,
    safety: null,
    exportClass: "any",
    availableBy: null,
    chipPowerWatts: null,
    allowEstimates: true,
    ...overrides,
  };
}

export function inferenceTask(overrides: Partial<InferenceTask> = {}): InferenceTask {
  return {
    id: "chat",
    model: { kind: "catalog", id: "test-model" },
    precision: { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] },
    compression: [],
    kind: "inference",
    mode: "interactive",
    load: { kind: "rate", requestsPerSecond: 10 },
    inputLength: { mean: 600, p95: 900 },
    outputLength: { mean: 400, p95: 500 },
    latency: { timeToFirstToken: null, timePerOutputToken: null, endToEnd: null },
    steps: null,
    ...overrides,
  };
}

export function trainingTask(overrides: Partial<TrainingTask> = {}): TrainingTask {
  return {
    id: "pretrain",
    model: { kind: "catalog", id: "test-model" },
    precision: { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] },
    compression: [],
    kind: "training",
    totalTokens: 300e9,
    deadlineSeconds: 1e6,
    sequenceLength: 2048,
    globalBatchTokens: 1e6,
    trainableShare: 1,
    ...overrides,
  };
}
