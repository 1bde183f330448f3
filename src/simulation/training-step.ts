import type { Precision } from "../units/precision.ts";
import { backwardStep } from "../workload/backward.ts";
import type { TrainingKernels } from "../workload/training-operators.ts";
import type { Recompute, TrainingProgram } from "../workload/training-program.ts";
import {
  UNSHARDED,
  type Collective,
  type Operator,
  type Sharding,
  type Step,
} from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import { wideFormats, type Formats } from "./formats.ts";
import type { StepTime } from "./step-time.ts";
import { stagesOf, type Stages } from "./training-stages.ts";
import { trainingTime } from "./training-time.ts";

export interface TrainingSetup {
  program: TrainingProgram;
  device: Device;
  formats: Formats;
  sequence: number;
  /** Sequences per optimizer step, all replicas. */
  globalBatch: number;
  trainableShare: number;
  /** Format of both moments of Adam; FP32 where absent. */
  optimizer?: Precision;
  /** Kernels of the trainer; `fused` where absent. */
  kernels?: TrainingKernels;
}

/** One layout; `sharding.data` replicas work on different sequences. */
export interface TrainingLayout {
  sharding: Sharding;
  microBatch: number;
  /** Virtual stages per pipeline rank (interleaved schedule); 1 for plain 1F1B. */
  interleave: number;
  zeroStage: 0 | 1 | 2 | 3;
  recompute: Recompute;
  /** Optimizer state and step on the host (ZeRO-Offload); on the chip where absent. */
  offload?: boolean;
  /** Kept activations on the host until the backward pass needs them; on the chip where absent. */
  offloadActivations?: boolean;
}

/** Forward and backward of one micro-batch on one stage: what neither replicas nor recomputation change. */
export interface MicroStep {
  /** The layers of the stage that has most of them. */
  forward: StepTime;
  backward: StepTime;
  /** Share of the forward pass that selective recomputation repeats: what is large and cheap (Korthikanti et al. 2022). */
  selectiveShare: number;
  /** Embedding, logits and loss, forward and backward, which one stage carries and nobody recomputes; seconds. */
  headSeconds: number;
  /** One hand-over to the next stage, hidden behind nothing. */
  handOverSeconds: number;
  stages: Stages;
  /** Forward operations of the whole model: no padding, no second copy of what every stage or chip does for itself. */
  modelOperations: number;
}

/** Share of the forward pass of the layers that is repeated in the backward pass. */
export function recomputedShare(micro: MicroStep, recompute: Recompute): number {
  return recompute === "none" ? 0 : recompute === "full" ? 1 : micro.selectiveShare;
}

export function microStep(setup: TrainingSetup, layout: TrainingLayout): MicroStep {
  const { program, device, sequence, trainableShare } = setup;
  const { sharding, microBatch } = layout;
  const stages = stagesOf(program.layers, sharding.pipeline);
  const stage = fullestStage(sharding, stages);
  const step = program.forward(microBatch, sequence, stage, setup.kernels);
  const { body, head, handOvers } = splitHead(step);
  const wide = wideFormats(device, setup.formats);
  // The stack's fixed overhead belongs to the optimizer step, not to its micro-batches.
  const trainer = trainerOf(setup);
  const bare = { ...trainer, stack: { ...trainer.stack, stepOverheadSeconds: 0 } };
  const time = (part: Step): StepTime => trainingTime(part, bare, setup.formats, sharding);
  const modelOperations = program
    .forward(microBatch, sequence, UNSHARDED)
    .operators.reduce((sum, operator) => sum + operator.count * operator.operations, 0);
  const forward = time(body);
  const cheap = { operators: body.operators.filter(isCheap), collectives: [] };
  return {
    forward,
    selectiveShare: Math.min(1, time(cheap).seconds / forward.seconds),
    backward: time(backwardStep(body, trainableShare)),
    headSeconds: time(head).seconds + time(backwardStep(head, trainableShare)).seconds,
    handOverSeconds: handOvers.reduce(
      (sum, each) => sum + each.count * collectiveTime(each, device, wide, sharding),
      0,
    ),
    stages,
    modelOperations,
  };
}

/** The device with what early kernels do not do left out. */
export function trainerOf({ device, kernels = "fused" }: TrainingSetup): Device {
  if (kernels === "fused" || !device.stack.tensorChunks) return device;
  return { ...device, stack: { ...device.stack, tensorChunks: false } };
}

/** A sharding whose every stage has as many layers as the fullest one. */
export const fullestStage = (sharding: Sharding, { meanShare }: Stages): Sharding => ({
  ...sharding,
  pipeline: sharding.pipeline * meanShare,
});

/** Seconds of one micro-batch on the stage with most work, repeated forward work included. */
export function microSeconds(micro: MicroStep, recompute: Recompute): number {
  const fullest = layerSeconds(micro, recompute);
  return Math.max(fullest, micro.stages.lastShare * fullest + micro.headSeconds);
}

/** The same for a mean stage of `pipeline`, which sets how long a pipeline takes to fill and to drain. */
export function meanStageSeconds(micro: MicroStep, recompute: Recompute, pipeline: number): number {
  return micro.stages.meanShare * layerSeconds(micro, recompute) + micro.headSeconds / pipeline;
}

function layerSeconds(micro: MicroStep, recompute: Recompute): number {
  return micro.forward.seconds * (1 + recomputedShare(micro, recompute)) + micro.backward.seconds;
}

/** Score matrices, softmax and activation functions; norms stay. */
export const isCheap = ({ name, kind }: Operator): boolean =>
  (kind === "vector" && name !== "normalisation") ||
  name === "attention.scores" ||
  name === "attention.values";

const HEAD: ReadonlySet<string> = new Set(["embedding", "vocabulary", "loss"]);

/** The layers of a stage, what only the first or the last stage does, and what goes from one stage to the next. */
export function splitHead({ operators, collectives }: Step): {
  body: Step;
  head: Step;
  handOvers: readonly Collective[];
} {
  return {
    body: {
      operators: operators.filter(({ name }) => !HEAD.has(name)),
      collectives: collectives.filter(({ group }) => group !== "pipeline"),
    },
    head: { operators: operators.filter(({ name }) => HEAD.has(name)), collectives: [] },
    handOvers: collectives.filter(({ group }) => group === "pipeline"),
  };
}
