import { backwardStep } from "../../workload/backward.ts";
import type { TrainingKernels } from "../../workload/training-operators.ts";
import type { Recompute, TrainingProgram } from "../../workload/training-program.ts";
import type { Collective, Operator, Sharding, Step } from "../../workload/types.ts";
import { isCheap, splitHead } from "../training-step.ts";
import { kernelsOf } from "../training-time.ts";

/** What a chip does with one micro-batch, whatever the chip. Steps of one layer, and what does not grow with the layers of the stage. */
export interface StageParts {
  forward: PassParts;
  backward: PassParts;
  /** What selective recomputation repeats. */
  cheap: PassParts;
  /** Embedding, logits and loss. */
  head: Step;
  headBackward: Step;
  collectives: readonly StageCollective[];
  memory: StageMemory;
}

/** Bytes of activations by recomputation, in the order of `RECOMPUTES`. */
export interface StageMemory {
  /** Kept for one micro-batch by one stage that holds all layers; a stage of a pipeline keeps its share. */
  kept: Float64Array;
  /** Alive while one micro-batch passes backward, without and with a pipeline. */
  transientAlone: Float64Array;
  transientStaged: Float64Array;
}

export const RECOMPUTES = ["none", "selective", "full"] as const satisfies readonly Recompute[];

export interface PassParts {
  perLayer: readonly Operator[];
  fixed: readonly Operator[];
  /** Kernels that the host launches: of operators. */
  kernelsPerLayer: number;
  kernelsFixed: number;
}

/** The same in the forward and in the backward pass. */
export interface StageCollective {
  collective: Collective;
  perLayer: number;
  fixed: number;
}

export interface PartsKey {
  microBatch: number;
  sequence: number;
  sharding: Sharding;
  kernels: TrainingKernels;
  trainableShare: number;
}

const remembered = new WeakMap<TrainingProgram, Map<string, StageParts>>();

/** Lowered once for all chips. */
export function stageParts(program: TrainingProgram, key: PartsKey): StageParts {
  let known = remembered.get(program);
  if (!known) {
    known = new Map();
    remembered.set(program, known);
  }
  const { tensor, context, expert } = key.sharding;
  const name = `${key.microBatch}/${key.sequence}/${tensor}/${context}/${expert}/${key.kernels}/${key.trainableShare}`;
  const found = known.get(name);
  if (found) return found;
  const parts = lowerParts(program, key);
  known.set(name, parts);
  return parts;
}

function lowerParts(program: TrainingProgram, key: PartsKey): StageParts {
  const { microBatch, sequence, sharding, kernels, trainableShare } = key;
  // Everything is counted by layers: a stage of two layers holds twice what a stage of one does, or the same if it is not a layer's.
  const stageOf = (layers: number): Step =>
    program.forward(
      microBatch,
      sequence,
      { ...sharding, pipeline: program.layers / layers },
      kernels,
    );
  const one = splitHead(stageOf(1));
  const two = program.layers > 1 ? splitHead(stageOf(2)).body : one.body;
  const grows = one.body.operators.map(({ count }, index) => two.operators[index]?.count !== count);
  const layer = one.body.operators.filter((_, index) => grows[index]);
  const fixed = one.body.operators.filter((_, index) => !grows[index]);
  const back = (operators: readonly Operator[]): readonly Operator[] =>
    backwardStep({ operators, collectives: [] }, trainableShare).operators;
  return {
    forward: passParts(layer, fixed),
    backward: passParts(back(layer), back(fixed)),
    cheap: passParts(layer.filter(isCheap), fixed.filter(isCheap)),
    head: one.head,
    headBackward: backwardStep(one.head, trainableShare),
    collectives: one.body.collectives.map((collective, index) => {
      const perLayer = (two.collectives[index]?.count ?? collective.count) - collective.count;
      return { collective, perLayer, fixed: collective.count - perLayer };
    }),
    memory: {
      kept: bytesOf(program, key, 1, "activationBytes"),
      transientAlone: bytesOf(program, key, 1, "transientBytes"),
      transientStaged: bytesOf(program, key, 2, "transientBytes"),
    },
  };
}

function bytesOf(
  program: TrainingProgram,
  { microBatch, sequence, sharding }: PartsKey,
  pipeline: number,
  of: "activationBytes" | "transientBytes",
): Float64Array {
  return Float64Array.from(RECOMPUTES, (recompute) =>
    program[of](microBatch, sequence, { ...sharding, pipeline }, recompute),
  );
}

function passParts(perLayer: readonly Operator[], fixed: readonly Operator[]): PassParts {
  return {
    perLayer,
    fixed,
    kernelsPerLayer: kernelsOf({ operators: perLayer, collectives: [] }),
    kernelsFixed: kernelsOf({ operators: fixed, collectives: [] }),
  };
}
