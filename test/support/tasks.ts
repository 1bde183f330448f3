import type { Model } from "../../src/catalog/types.ts";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import type { InferenceTask, TrainingTask, Workload } from "../../src/input/workload-types.ts";
import type { CandidateHardware } from "../../src/planner/candidate.ts";
import { prepareTask, type PreparedTask } from "../../src/planner/prepare-task.ts";
import type { Stack, System } from "../../src/catalog/types.ts";
import { family, h100, stack, system } from "./chips.ts";

const YEAR = 365.25 * 86_400;
const BF16 = { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] } as const;
const EVERYTHING = { allow: [], deny: [] };

/** Two requests a second of 1,000 tokens in, 200 out, without limits. */
export const chat = (overrides: Partial<InferenceTask> = {}): InferenceTask => ({
  id: "chat",
  model: { kind: "catalog", id: "test" },
  precision: BF16,
  compression: [],
  kind: "inference",
  mode: "interactive",
  load: { kind: "rate", requestsPerSecond: 2 },
  inputLength: { mean: 1000, p95: 1000 },
  outputLength: { mean: 200, p95: 200 },
  latency: { timeToFirstToken: null, timePerOutputToken: null, endToEnd: null },
  steps: null,
  prefixHitRate: 0,
  speculation: null,
  disaggregation: false,
  ...overrides,
});

/** One billion tokens in a day, sequences of 4,096, a million tokens a step. */
export const pretraining = (overrides: Partial<TrainingTask> = {}): TrainingTask => ({
  id: "pretrain",
  model: { kind: "catalog", id: "test" },
  precision: BF16,
  compression: [],
  kind: "training",
  totalTokens: 1e9,
  deadlineSeconds: 86_400,
  sequenceLength: 4096,
  globalBatchTokens: 2 ** 20,
  trainableShare: 1,
  ...overrides,
});

export const budget = (overrides: Partial<Workload["budget"]> = {}): Workload["budget"] => ({
  capitalUsd: null,
  monthlyUsd: null,
  perUnit: null,
  powerWatts: null,
  energyUsdPerKilowattHour: 0.1,
  horizonSeconds: 3 * YEAR,
  ownership: "either",
  ...overrides,
});

export const constraints = (
  overrides: Partial<Workload["constraints"]> = {},
): Workload["constraints"] => ({
  vendors: EVERYTHING,
  classes: EVERYTHING,
  chips: EVERYTHING,
  stacks: EVERYTHING,
  formFactors: EVERYTHING,
  safety: null,
  exportClass: "any",
  availableBy: null,
  chipPowerWatts: null,
  clockScaling: false,
  allowEstimates: true,
  ...overrides,
});

/** Without limits of any kind; tests set the one that they are about. */
export const workload = (
  tasks: Workload["tasks"],
  overrides: Partial<Omit<Workload, "budget">> & { budget?: Partial<Workload["budget"]> } = {},
): Workload => ({
  name: "Test",
  application: "other",
  description: null,
  place: "datacenter",
  sites: 1,
  scalability: { growthFactor: 1, growthSeconds: YEAR, maxChips: null },
  constraints: constraints(),
  weights: DEFAULT_WEIGHTS,
  ...overrides,
  tasks,
  budget: budget(overrides.budget),
});

export const hardware = (
  parts: Partial<{ chip: CandidateHardware["chip"]; system: System; stacks: Stack[] }> = {},
): CandidateHardware => {
  const chip = parts.chip ?? h100();
  return {
    chip,
    family: family(),
    system: parts.system ?? system(),
    stacks: parts.stacks ?? [stack()],
    rentUsdPerChipHour: chip.rentUsdPerHour,
  };
};

export const prepared = (
  task: InferenceTask | TrainingTask,
  model: Model,
  distilled: readonly Model[] = [],
): PreparedTask => prepareTask(task, model, distilled);
