import type { Precision } from "../../units/precision.ts";
import type { Confidence } from "./confidence.ts";

export type StackPhase = "llm-inference" | "inference" | "training";

/** Number formats of what a trainer keeps beside 16-bit weights. */
export interface TrainingStates {
  /** In which gradients are summed, over micro-batches and over replicas. */
  gradients: Precision;
  /** That its Adam can keep both moments in. */
  optimizerStates: readonly Precision[];
}

/** What runs models on a chip: kernels and runtime. Times are per step and per kernel. */
export interface Stack {
  id: string;
  name: string;
  phases: readonly StackPhase[];
  /** Formats that its kernels support for weights × activations; "w4a16" style pairs as weightOnly. */
  precisions: readonly Precision[];
  /** Weight formats with activations left at 16 bits (GPTQ, AWQ, GGUF). */
  weightOnly: readonly Precision[];
  /** Fixed host time of one step (scheduling, sampling, launch of a graph). */
  stepOverheadSeconds: number;
  /** Host time of one sequence (or sample) in one step: sampling, detokenising, bookkeeping. */
  sequenceOverheadSeconds: number;
  /** Extra time of each kernel that is launched one by one; 0 where a step is one captured graph or one static program. */
  kernelOverheadSeconds: number;
  /** What its kernels reach of what the chip family's best reach: arithmetic, memory bandwidth; 1 is as good. */
  computeShare: number;
  bandwidthShare: number;
  /** What its grouped multiplies of a mixture's experts reach of one plain multiply: some experts get many rows and some few. */
  expertShare: number;
  /** Time to start one collective, besides the hops that its bytes take: kernel launch and synchronisation. */
  collectiveOverheadSeconds: number;
  /** Share of collective time that the stack hides behind compute, 0..1. */
  collectiveOverlap: number;
  /** In which formats it trains; absent means 16-bit gradients and optimizer states in FP32. */
  training?: TrainingStates;
  /** Tensor-parallel collectives go in chunks, behind the multiplies; absent means that the multiplies wait for them. */
  tensorChunks?: boolean;
  /** Continuous batching and paged KV cache. */
  continuousBatching: boolean;
  /** Leaves matrix tiles of CPUs (AMX) idle and multiplies on their vector units; absent means that it uses them. */
  vectorOnly?: boolean;
  /** Runs narrow checkpoints as they are published, with embedding and head in 16 bits; absent means that it narrows all weights. */
  publishedCheckpoints?: boolean;
  /** Sends tokens to experts on other nodes too (DeepEP and its kin); absent means that experts lie within a scale-up domain. */
  expertsAcrossNodes?: boolean;
  /** One kernel sums over a tensor group and does the norm that follows; absent means two. */
  fusedNorms?: boolean;
  /** Multiplies FP16 with FP16 accumulators where that is faster; absent means that it keeps FP32. */
  halfAccumulation?: boolean;
  /** Largest share of memory that weights and cache may take. */
  usableMemoryShare: number;
  /** Share that the cache takes of what the weights leave of that, 0..1; absent means all of it. */
  cacheShareOfFree?: number;
  /** Serves long prompts by chips that share the tokens of each; absent means that it cannot. */
  contextParallel?: boolean;
  /** Attention by kernels of an earlier generation of chips (FlashAttention 2 on Hopper); absent means kernels of the chip's own. */
  portedAttention?: boolean;
  /** Sequences that its scheduler runs at once by default; absent means 1,024. */
  mostSequences?: number;
  /** Operations that its 8-bit and narrower multiplies do in a cycle of a CPU core, however wide its units are; absent means no such limit. */
  narrowOpsPerCycle?: number;
  /** Cores of a CPU at which its kernels keep half of the cores busy; absent means that they keep all busy. */
  halfBusyCores?: number;
  /** Bytes that go to and from memory for each attention score; absent means that attention is fused and they stay in registers. */
  scoreBytes?: number;
  /** 0..1: documentation, model coverage, years in production, community. Reasoned in `maturityReason`. */
  maturity: number;
  maturityReason: string;
  source: string;
  confidence: Confidence;
  note: string | null;
}
