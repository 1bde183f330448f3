import type { TrainingSetup } from "../../simulation/training.ts";
import { pinnedSharding, type Pins } from "../pins.ts";
import { largestCluster } from "../shardings.ts";
import { divisors } from "./divisors.ts";
import { noRejections, type RejectionCounts } from "./rejections.ts";

/** Everything that divisibility allows, before memory and money decide. */
export interface TrainingSpace {
  splits: readonly ModelSplit[];
  pipelines: readonly Pipeline[];
  batches: readonly Batch[];
  /** Chips of a layout, from and to. */
  chips: { from: number; to: number };
  /** What divisibility rejects. */
  rejected: Readonly<RejectionCounts>;
}

/** How a stage is split, whatever the micro-batch. */
export interface ModelSplit {
  tensor: number;
  context: number;
  expert: number;
}

export interface Pipeline {
  stages: number;
  /** Virtual stages per rank, ascending; 1 is plain 1F1B. */
  interleaves: readonly number[];
}

export interface Batch {
  microBatch: number;
  /** Replicas that share the global batch evenly, ascending. */
  replicas: readonly number[];
}

/** What is fixed of a space; null leaves a dimension free. What a user fixes is taken as it is, whether it divides or not. */
export interface SpaceLimits extends Record<keyof ModelSplit, number | null> {
  pipeline: number | null;
  data: number | null;
  microBatch: number | null;
  chips: { from: number; to: number } | null;
}

/** One pinned dimension makes the others 1, but for the replicas; a pinned number of chips is used whole. */
export function pinnedLimits(pins: Pins): SpaceLimits {
  const { chips, batch, dataParallel } = pins;
  const split = pinnedSharding(pins);
  return {
    tensor: split?.tensor ?? null,
    context: split?.context ?? null,
    expert: split?.expert ?? null,
    pipeline: split?.pipeline ?? null,
    data: dataParallel,
    microBatch: batch,
    chips: chips === null ? null : { from: chips, to: chips },
  };
}

export function trainingSpace(setup: TrainingSetup, fixed: SpaceLimits): TrainingSpace {
  const rejected = noRejections();
  const { tensor, context, pipeline, data } = fixed;
  // Chips that are asked for count, even where no system joins as many.
  const asked = (tensor ?? 1) * (context ?? 1) * (pipeline ?? 1) * (data ?? 1);
  const most = Math.max(largestCluster(setup.device.system), asked);
  const chips = fixed.chips ?? { from: 1, to: most };
  return {
    splits: splitsOf(setup, fixed, chips.to, rejected),
    pipelines: pipelinesOf(setup, fixed.pipeline, chips.to, rejected),
    batches: batchesOf(setup.globalBatch, fixed, rejected),
    chips,
    rejected,
  };
}

function splitsOf(
  setup: TrainingSetup,
  fixed: SpaceLimits,
  most: number,
  rejected: RejectionCounts,
): ModelSplit[] {
  const { limits } = setup.program;
  const tensors = fixed.tensor === null ? divisors(limits.tensor, most) : [fixed.tensor];
  const contexts = fixed.context === null ? contextsOf(setup, most, rejected) : [fixed.context];
  const experts = fixed.expert === null ? divisors(limits.expert, most) : [fixed.expert];
  if (fixed.tensor === null) rejected.heads += Math.min(limits.tensor, most) - tensors.length;
  if (fixed.expert === null) rejected.experts += Math.min(limits.expert, most) - experts.length;
  const splits: ModelSplit[] = [];
  for (const tensor of tensors) {
    for (const context of contexts) {
      for (const expert of experts) {
        const aligned = expert % tensor === 0 || tensor % expert === 0 || fixed.expert !== null;
        if (!aligned) rejected.alignment++;
        else if (tensor * context <= most) splits.push({ tensor, context, expert });
      }
    }
  }
  return splits;
}

/**
 * The least that published runs leave a chip of a sequence (measurements/training.csv: Llama 2 70B on 8,192 tokens over 8 context
 * groups). Smaller parts are where the roofline promises most and nobody has measured.
 */
const LEAST_PART_TOKENS = 1024;

/**
 * Parts of a sequence. Each chip takes one part from the front and one from the back, so that all have the same share of the causal
 * triangle (Megatron-LM: the sequence divides by twice the context groups).
 */
function contextsOf(
  setup: TrainingSetup,
  most: number,
  rejected: RejectionCounts,
): readonly number[] {
  const { program, sequence } = setup;
  if (program.layers === 1 || program.tokensPerSequence(sequence) === 1) return [1];
  const contexts = sequence % 2 === 0 ? divisors(sequence / 2, most) : [1];
  rejected.sequence += Math.min(sequence, most) - contexts.length;
  const measured = contexts.filter((parts) => parts === 1 || sequence / parts >= LEAST_PART_TOKENS);
  rejected.parts += contexts.length - measured.length;
  return measured;
}

function pipelinesOf(
  setup: TrainingSetup,
  fixed: number | null,
  most: number,
  rejected: RejectionCounts,
): Pipeline[] {
  if (fixed !== null) {
    const interleaves = interleavesOf(setup, fixed);
    return [{ stages: fixed, interleaves: interleaves.length > 0 ? interleaves : [1] }];
  }
  const { layers } = setup.program;
  const pipelines: Pipeline[] = [];
  for (let stages = 1; stages <= Math.min(layers, most); stages++) {
    const interleaves = interleavesOf(setup, stages);
    if (interleaves.length > 0) pipelines.push({ stages, interleaves });
    const possible = stages === 1 ? 1 : Math.floor(layers / stages);
    rejected.layers += Math.max(0, possible - interleaves.length);
  }
  return pipelines;
}

/**
 * Virtual stages that divide the layers evenly. Embedding and loss may count as a layer each (Megatron-LM,
 * `account-for-embedding-in-pipeline-split` and its twin; so do the 126 layers of Llama 3.1 405B on 16 stages).
 */
function interleavesOf({ program, sequence }: TrainingSetup, stages: number): readonly number[] {
  const { layers } = program;
  const ends = program.tokensPerSequence(sequence) === 1 ? 0 : 2;
  const legal: number[] = [];
  const deepest = stages === 1 ? 1 : Math.floor((layers + ends) / stages);
  for (let interleave = 1; interleave <= deepest; interleave++) {
    const parts = stages * interleave;
    // Whether one of `layers`, … `layers + ends` is a multiple.
    if ((layers + ends) % parts <= ends) legal.push(interleave);
  }
  return legal;
}

function batchesOf(
  globalBatch: number,
  { microBatch: micro, data }: SpaceLimits,
  rejected: RejectionCounts,
): Batch[] {
  const micros = micro === null ? divisors(globalBatch) : [micro];
  const possible = micro === null && data === null ? pairsWithin(globalBatch) : 0;
  let legal = 0;
  const batches = micros.map((microBatch) => {
    const shares = globalBatch % microBatch === 0 ? globalBatch / microBatch : globalBatch;
    const replicas = data === null ? divisors(shares) : [data];
    legal += replicas.length;
    return { microBatch, replicas };
  });
  rejected.batch += Math.max(0, possible - legal);
  return batches;
}

/** How many pairs of whole numbers have a product of at most `limit` (Dirichlet's hyperbola method). */
function pairsWithin(limit: number): number {
  const root = Math.floor(Math.sqrt(limit));
  let pairs = 0;
  for (let factor = 1; factor <= root; factor++) pairs += Math.floor(limit / factor);
  return 2 * pairs - root * root;
}

/** Whether the experts of a split lie on whole copies of the attention: always where they fit into the tensor group. */
export const holdsExperts = ({ tensor, context, expert }: ModelSplit, data: number): boolean =>
  expert <= tensor || (context * data) % (expert / tensor) === 0;

/** Micro-batches of one replica in a step; the last of them may be short where the user fixed what does not divide. */
export const microBatchesOf = (globalBatch: number, data: number, microBatch: number): number =>
  Math.max(1, Math.ceil(globalBatch / (data * microBatch)));

/** Interleaved 1F1B passes micro-batches in rounds of as many as there are stages (Narayanan et al. 2021). */
export const runsInterleaved = (
  interleave: number,
  microBatches: number,
  stages: number,
): boolean => interleave === 1 || microBatches % stages === 0;
