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

/** The space of a setup, or what the pins leave of it: what a user fixes is taken as it is, whether it divides or not. */
export function trainingSpace(setup: TrainingSetup, pins: Pins): TrainingSpace {
  const most = largestCluster(setup.device.system);
  const rejected = noRejections();
  const pinned = pinnedSharding(pins);
  const chips = pins.chips === null ? { from: 1, to: most } : { from: pins.chips, to: pins.chips };
  if (pinned === null) {
    return {
      splits: splitsOf(setup, chips.to, rejected),
      pipelines: pipelinesOf(setup, chips.to, rejected),
      batches: batchesOf(setup.globalBatch, pins, rejected),
      chips,
      rejected,
    };
  }
  const { tensor, context, expert, pipeline } = pinned;
  return {
    splits: [{ tensor, context, expert }],
    pipelines: [{ stages: pipeline, interleaves: interleavesOf(setup, pipeline, [1]) }],
    batches: batchesOf(setup.globalBatch, pins, rejected),
    chips: pins.chips === null ? { from: 1, to: Math.max(most, fixedChips(pins, pinned)) } : chips,
    rejected,
  };
}

const fixedChips = (
  { dataParallel }: Pins,
  {
    tensor,
    context,
    pipeline,
    data,
  }: { tensor: number; context: number; pipeline: number; data: number },
): number => tensor * context * pipeline * (dataParallel ?? data);

function splitsOf(setup: TrainingSetup, most: number, rejected: RejectionCounts): ModelSplit[] {
  const { limits } = setup.program;
  const tensors = divisors(limits.tensor, most);
  rejected.heads += Math.min(limits.tensor, most) - tensors.length;
  const contexts = contextsOf(setup, most, rejected);
  const experts = divisors(limits.expert, most);
  rejected.experts += Math.min(limits.expert, most) - experts.length;
  const splits: ModelSplit[] = [];
  for (const tensor of tensors) {
    for (const context of contexts) {
      if (tensor * context > most) continue;
      for (const expert of experts) {
        if (expert % tensor === 0 || tensor % expert === 0)
          splits.push({ tensor, context, expert });
        else rejected.alignment++;
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

function pipelinesOf(setup: TrainingSetup, most: number, rejected: RejectionCounts): Pipeline[] {
  const { layers } = setup.program;
  const pipelines: Pipeline[] = [];
  for (let stages = 1; stages <= Math.min(layers, most); stages++) {
    const interleaves = interleavesOf(setup, stages, []);
    if (interleaves.length > 0) pipelines.push({ stages, interleaves });
    rejected.layers += Math.floor(layers / stages) - interleaves.length;
  }
  return pipelines;
}

/**
 * Virtual stages that divide the layers evenly. Embedding and loss may count as a layer each (Megatron-LM,
 * `account-for-embedding-in-pipeline-split` and its twin; so do the 126 layers of Llama 3.1 405B on 16 stages).
 */
function interleavesOf(
  { program, sequence }: TrainingSetup,
  stages: number,
  otherwise: readonly number[],
): readonly number[] {
  const { layers } = program;
  const ends = program.tokensPerSequence(sequence) === 1 ? 0 : 2;
  const legal: number[] = [];
  const deepest = stages === 1 ? 1 : Math.floor(layers / stages);
  for (let interleave = 1; interleave <= deepest; interleave++) {
    const parts = stages * interleave;
    // Whether one of `layers`, … `layers + ends` is a multiple.
    if ((layers + ends) % parts <= ends) legal.push(interleave);
  }
  return legal.length > 0 ? legal : otherwise;
}

function batchesOf(globalBatch: number, pins: Pins, rejected: RejectionCounts): Batch[] {
  const micros = pins.batch === null ? divisors(globalBatch) : [pins.batch];
  return micros.map((microBatch) => {
    const shares = globalBatch % microBatch === 0 ? globalBatch / microBatch : globalBatch;
    const replicas = pins.dataParallel === null ? divisors(shares) : [pins.dataParallel];
    rejected.batch += Math.floor(globalBatch / microBatch) - replicas.length;
    return { microBatch, replicas };
  });
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
