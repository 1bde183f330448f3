import { backwardStep } from "../../workload/backward.ts";
import type { TrainingKernels } from "../../workload/training-operators.ts";
import type { Recompute, TrainingProgram } from "../../workload/training-program.ts";
import { UNSHARDED, type Collective, type Operator, type Step } from "../../workload/types.ts";
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
  headKernels: number;
  headBackwardKernels: number;
  /** Collectives of each group, but for the context groups the same forward and backward. */
  tensor: readonly StageCollective[];
  context: readonly StageCollective[];
  contextBackward: readonly StageCollective[];
  expert: readonly StageCollective[];
  handOver: readonly StageCollective[];
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

export interface StageCollective {
  collective: Collective;
  perLayer: number;
  fixed: number;
}

/** What all parts of one training run have in common. */
export interface PartsSetup {
  program: TrainingProgram;
  sequence: number;
  trainableShare: number;
  kernels?: TrainingKernels;
}

/** How the work on one micro-batch is split inside a stage. */
export interface Split {
  tensor: number;
  context: number;
  expert: number;
  microBatch: number;
}

/** The parts of each split of one training run, lowered when they are first asked for. */
export interface PartsTable {
  of(split: Split): StageParts;
}

const remembered = new WeakMap<TrainingProgram, Map<string, PartsTable>>();

/** Nothing is remembered: a walk through a large space asks for each split once. */
export const freshParts = (setup: PartsSetup): PartsTable => ({
  of: (split) => lowerParts({ kernels: "fused", ...setup }, split),
});

/** One table for all chips. */
export function partsTable(setup: PartsSetup): PartsTable {
  const { program, sequence, trainableShare, kernels = "fused" } = setup;
  const tables = remembered.get(program) ?? new Map<string, PartsTable>();
  remembered.set(program, tables);
  const name = `${sequence}/${trainableShare}/${kernels}`;
  const found = tables.get(name) ?? newTable({ program, sequence, trainableShare, kernels });
  tables.set(name, found);
  return found;
}

function newTable(setup: Required<PartsSetup>): PartsTable {
  const bySplit = new Map<number, Map<number, StageParts>>();
  return {
    of(split) {
      const { tensor, context, expert, microBatch } = split;
      // Numbers make quicker keys than text; no group has a million chips.
      const key = (tensor * 2 ** 20 + context) * 2 ** 13 + expert;
      let byBatch = bySplit.get(key);
      if (!byBatch) bySplit.set(key, (byBatch = new Map()));
      let parts = byBatch.get(microBatch);
      if (!parts) byBatch.set(microBatch, (parts = lowerParts(setup, split)));
      return parts;
    },
  };
}

function lowerParts(setup: Required<PartsSetup>, split: Split): StageParts {
  const { program, sequence, trainableShare, kernels } = setup;
  const { microBatch, tensor, context, expert } = split;
  const sharding = { ...UNSHARDED, tensor, context, expert };
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
  const byLayer = (
    own: readonly Collective[],
    ofTwo: readonly Collective[],
  ): readonly StageCollective[] =>
    own.map((collective, index) => {
      const perLayer = (ofTwo[index]?.count ?? collective.count) - collective.count;
      return { collective, perLayer, fixed: collective.count - perLayer };
    });
  const collectives = byLayer(one.body.collectives, two.collectives);
  const backward = byLayer(
    backwardStep(one.body, trainableShare).collectives,
    backwardStep(two, trainableShare).collectives,
  );
  const bytesOf = (pipeline: number, of: "activationBytes" | "transientBytes"): Float64Array =>
    Float64Array.from(RECOMPUTES, (recompute) =>
      program[of](microBatch, sequence, { ...sharding, pipeline }, recompute),
    );
  const headBackward = backwardStep(one.head, trainableShare);
  return {
    forward: passParts(layer, fixed),
    backward: passParts(back(layer), back(fixed)),
    cheap: passParts(layer.filter(isCheap), fixed.filter(isCheap)),
    head: one.head,
    headBackward,
    headKernels: kernelsOf(one.head),
    headBackwardKernels: kernelsOf(headBackward),
    tensor: collectives.filter(({ collective }) => collective.group === "tensor"),
    context: collectives.filter(({ collective }) => collective.group === "context"),
    contextBackward: backward.filter(({ collective }) => collective.group === "context"),
    expert: collectives.filter(({ collective }) => collective.group === "expert"),
    handOver: one.handOvers.map((collective) => ({
      collective,
      perLayer: 0,
      fixed: collective.count,
    })),
    memory: {
      kept: bytesOf(1, "activationBytes"),
      transientAlone: bytesOf(1, "transientBytes"),
      transientStaged: bytesOf(2, "transientBytes"),
    },
  };
}

function passParts(perLayer: readonly Operator[], fixed: readonly Operator[]): PassParts {
  return {
    perLayer,
    fixed,
    kernelsPerLayer: kernelsOf({ operators: perLayer, collectives: [] }),
    kernelsFixed: kernelsOf({ operators: fixed, collectives: [] }),
  };
}
