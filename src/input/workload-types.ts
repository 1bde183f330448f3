import type { ValueShape } from "./matrix/matrix-types.ts";
import type { Precision } from "../units/precision.ts";

/**
 * A workload after reading: every default filled in, every quantity in SI units (seconds, bytes, watts, joules, USD).
 * `null` means that the file sets no such limit or figure. Nothing past `input` parses, defaults or validates.
 */
export interface Workload {
  name: string;
  application: string;
  description: string | null;
  place: Place;
  /** Identical places that each carry the whole demand (cameras, cars, clinics). Money and power count all of them. */
  sites: number;
  tasks: readonly Task[];
  budget: Budget;
  scalability: Scalability;
  constraints: Constraints;
  /** Criterion id → weight; weights are ≥ 0 and add up to 1. */
  weights: Readonly<Record<string, number>>;
  /** Criterion id → value function of the file, in the criterion's unit; present where the file states some. */
  values?: Readonly<Record<string, ValueShape>>;
  /** Present where the weights are those of the field of use, because the file states none. */
  weightsFrom?: "application";
}

export const PLACES = [
  "cloud",
  "datacenter",
  "on-premises",
  "pc",
  "edge",
  "vehicle",
  "device",
] as const;
export type Place = (typeof PLACES)[number];

export type ModelReference =
  | { kind: "catalog"; id: string }
  /** A model profile written in the workload file; the catalogue's own reader turns it into a model. */
  | { kind: "inline"; profile: Readonly<Record<string, unknown>> }
  /** A Hugging Face config.json; `config` is its parsed content, `path` is as the user wrote it. */
  | { kind: "hugging-face"; path: string; config: Readonly<Record<string, unknown>> };

export interface TaskCommon {
  id: string;
  model: ModelReference;
  precision: PrecisionChoice;
  compression: readonly Compression[];
}

export interface InferenceTask extends TaskCommon {
  kind: "inference";
  /** Interactive: a person waits. Batch: only throughput counts. Streaming: frames at a fixed rate. */
  mode: "interactive" | "batch" | "streaming";
  load: InferenceLoad;
  /** Tokens (language models), or samples per request where the model has no tokens. */
  inputLength: Length;
  outputLength: Length;
  latency: LatencyLimits;
  /** Iterations of a denoiser; null takes the model's default. */
  steps: number | null;
  /** Share of the input tokens whose keys and values the engine still has, 0..1; 0 without a prefix cache. */
  prefixHitRate: number;
  /** Speculative decoding that the planner may use; null where the file allows none. */
  speculation: Speculation | null;
  /** Whether prefill and decode may run on pools of chips of their own. */
  disaggregation: boolean;
}

export interface Speculation {
  /** Who proposes tokens: another model, or a head of the model itself; null where they are looked up in the prompt. */
  draft: ModelReference | { kind: "prediction-head" } | null;
  /** Tokens proposed in each step. */
  tokens: number;
  /** Probability that a proposed token is accepted, 0..1. */
  acceptance: number;
}

export interface TrainingTask extends TaskCommon {
  kind: "training" | "fine-tuning";
  /** Tokens (or samples where the model has no tokens) to process in all, epochs included. */
  totalTokens: number;
  deadlineSeconds: number;
  sequenceLength: number;
  /** Tokens (or samples) per optimizer step. */
  globalBatchTokens: number;
  /** Share of the parameters that are trained: 1 for full training; LoRA trains well under 0.01. */
  trainableShare: number;
}

export type Task = InferenceTask | TrainingTask;

export type InferenceLoad =
  | { kind: "rate"; requestsPerSecond: number }
  /** Closed loop: each user waits for the answer, then thinks. */
  | { kind: "users"; concurrentUsers: number; thinkSeconds: number }
  | { kind: "frames"; streams: number; framesPerSecond: number }
  /** A fixed amount of work before a deadline. */
  | { kind: "volume"; requests: number; deadlineSeconds: number };

export interface Length {
  mean: number;
  /** 95th percentile; equals the mean when the file gives none. */
  p95: number;
}

export interface LatencyLimit {
  limitSeconds: number;
  /** 50–99.99, or null when the limit holds for the mean. */
  percentile: number | null;
}

export interface LatencyLimits {
  timeToFirstToken: LatencyLimit | null;
  timePerOutputToken: LatencyLimit | null;
  endToEnd: LatencyLimit | null;
}

/** Formats that the user accepts, best first; the planner chooses among them. */
export interface PrecisionChoice {
  weights: readonly Precision[];
  activations: readonly Precision[];
  cache: readonly Precision[];
  /** Of both moments of Adam when training; absent means FP32 alone, as practice has it. */
  optimizer?: readonly Precision[];
}

export type AccuracyRisk = "none" | "low" | "medium" | "high";

/** An allowed way to make the model smaller. The planner may use it or not; `accuracyRisk` counts in the risk criterion. */
export type Compression =
  /** `structured` removes whole channels and saves work everywhere; "2:4" saves work where the chip has sparse units; `unstructured` saves memory only. */
  | {
      kind: "pruning";
      pattern: "structured" | "2:4" | "unstructured";
      share: number;
      accuracyRisk: AccuracyRisk;
    }
  /** Another, smaller model answers instead. */
  | { kind: "distillation"; model: ModelReference; accuracyRisk: AccuracyRisk };

export interface Budget {
  capitalUsd: number | null;
  monthlyUsd: number | null;
  /** Limit on the cost of one unit of work; `unit` says which (request, frame, million tokens, training run). */
  perUnit: { usd: number; unit: "request" | "frame" | "million-tokens" | "run" } | null;
  /** Electrical power of everything at one site, facility overhead included. */
  powerWatts: number | null;
  energyUsdPerKilowattHour: number;
  /** Emissions of the electricity; absent where neither the file nor the catalogue says. */
  carbonGramsPerKilowattHour?: number;
  /** Where that figure comes from, for reports. */
  carbonSource?: string;
  horizonSeconds: number;
  ownership: "own" | "rent" | "either";
}

export interface Scalability {
  /** The demand grows by this factor within the time; factor 1 when the file names no growth. */
  growthFactor: number;
  growthSeconds: number;
  /** Largest number of chips that can be housed at one site. */
  maxChips: number | null;
}

export interface Constraints {
  vendors: Filter;
  classes: Filter;
  chips: Filter;
  stacks: Filter;
  formFactors: Filter;
  /** Lowest acceptable functional-safety level, e.g. "ASIL-B". */
  safety: "QM" | "ASIL-A" | "ASIL-B" | "ASIL-C" | "ASIL-D" | null;
  /** "unrestricted" admits only chips below the US export thresholds (ECCN 3A090), "china" those of Chinese makers too. */
  exportClass: "any" | "unrestricted" | "china";
  /** Chips must be on sale by this date (ISO, YYYY-MM-DD); null accepts announced ones too. */
  availableBy: string | null;
  /** Largest power of a single chip (air cooling, USB port, battery). */
  chipPowerWatts: number | null;
  /** Whether chips may run below their nominal clock where that saves money. */
  clockScaling: boolean;
  /** Whether figures that the catalogue estimated may carry a recommendation. */
  allowEstimates: boolean;
  /** Whether chips that nobody makes any more may be bought, used or from old stock; absent means no. */
  usedHardware?: boolean;
}

/** `allow` empty means everything; `deny` wins over `allow`. */
export interface Filter {
  allow: readonly string[];
  deny: readonly string[];
}
