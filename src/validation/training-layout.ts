import { interleaveOf, type TrainingLayout } from "../simulation/training.ts";
import type { Recompute, TrainingProgram } from "../workload/training-program.ts";
import type { FrameworkRule } from "./naming.ts";
import { cell, noteOf, numberIn } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

const OFFLOAD = /CPU offload/u;

/** The optimizer's state and step lie on the host. */
export const isOffloaded = (row: MeasurementRow): boolean => OFFLOAD.test(noteOf(row));

type Split = Pick<TrainingLayout["sharding"], "tensor" | "pipeline" | "context" | "expert">;

/** Layouts that agree with everything a row states. One where it states all; where it is silent, the usual choices. */
export function* layoutsOf(
  row: MeasurementRow,
  program: TrainingProgram,
  rule: FrameworkRule | null,
  globalBatch: number,
): Generator<TrainingLayout> {
  const chips = Math.max(1, numberIn(row, "chips") ?? 1);
  for (const split of splitsOf(row, program, rule, chips)) {
    const unit = split.tensor * split.pipeline * split.context;
    const data = Math.max(1, Math.floor(chips / unit));
    for (const microBatch of microBatchesOf(row, globalBatch / data, program.layers)) {
      for (const recompute of recomputesOf(row)) {
        yield {
          sharding: { ...split, data },
          microBatch,
          interleave: interleaveIn(row, split.pipeline, program.layers, rule),
          zeroStage: zeroStageIn(row, rule),
          recompute,
          offload: isOffloaded(row),
        };
      }
    }
  }
}

/** The stated split. Units of `tp` that outnumber the chips are parts of chips (TPU cores). */
function splitsOf(
  row: MeasurementRow,
  program: TrainingProgram,
  rule: FrameworkRule | null,
  chips: number,
): readonly Split[] {
  const context = Math.max(1, numberIn(row, "cp") ?? 1);
  const expert = Math.max(1, Math.min(numberIn(row, "ep") ?? 1, program.limits.expert));
  const pipeline = numberIn(row, "pp");
  const tensor = numberIn(row, "tp");
  const data = numberIn(row, "dp");
  if (tensor !== null) {
    const stages = Math.max(1, pipeline ?? 1);
    const perChip = Math.max(1, (tensor * stages * context) / chips);
    return [{ tensor: Math.max(1, tensor / perChip), pipeline: stages, context, expert }];
  }
  if (data !== null && data > 0) {
    const stages = Math.max(1, pipeline ?? 1);
    const left = Math.max(1, Math.round(chips / (data * stages * context)));
    return [{ tensor: left, pipeline: stages, context, expert }];
  }
  // Sharded weights need neither tensor groups nor stages.
  if (program.layers <= 1 || (rule?.shardedWeights === true && pipeline === null)) {
    return [{ tensor: 1, pipeline: pipeline ?? 1, context, expert }];
  }
  const stages = pipeline === null ? [1, 2, 4, 8, 16] : [Math.max(1, pipeline)];
  return [1, 2, 4, 8].flatMap((tensors) =>
    stages
      .filter((count) => tensors * count * context <= chips && count <= program.layers)
      .map((count) => ({ tensor: tensors, pipeline: count, context, expert })),
  );
}

function microBatchesOf(
  row: MeasurementRow,
  perReplica: number,
  layers: number,
): readonly number[] {
  const stated = numberIn(row, "micro_batch");
  // A micro-batch can't be larger than what the step gives a replica.
  if (stated !== null && stated > 0) return [Math.min(stated, Math.max(1, perReplica))];
  const sizes = layers > 1 ? [1, 2, 4, 8] : [8, 32, 128, 256];
  const possible = sizes.filter((size) => size <= perReplica);
  return possible.length > 0 ? possible : [Math.max(1, perReplica)];
}

/** The stated recomputation; every way, the cheapest in time first, where the row is silent. */
function recomputesOf(row: MeasurementRow): readonly Recompute[] {
  const stated = cell(row, "recompute");
  if (stated === "") return ["none", "selective", "full"];
  if (stated.startsWith("none")) return ["none"];
  if (stated.startsWith("full")) return ["full"];
  // "minimal", "save_dot…", "selective …": what is cheap to rebuild is dropped, results of multiplies are kept.
  return ["selective"];
}

function interleaveIn(
  row: MeasurementRow,
  pipeline: number,
  layers: number,
  rule: FrameworkRule | null,
): number {
  if (pipeline <= 1) return 1;
  const stated = cell(row, "virtual_pp");
  if (stated === ">1") return 2;
  const stages = Number(stated);
  if (stated !== "" && Number.isFinite(stages)) return Math.max(1, stages);
  if (rule?.plainPipeline) return 1;
  return rule?.deepInterleave ? deepest(layers / pipeline) : interleaveOf(layers, pipeline);
}

/** Recipes of NeMo give a rank as many virtual stages as it has layers, up to six for GPT-3 (row nemo2407-004). */
const MOST_VIRTUAL_STAGES = 6;

function deepest(layersPerRank: number): number {
  for (let stages = MOST_VIRTUAL_STAGES; stages > 1; stages--) {
    if (Number.isInteger(layersPerRank / stages)) return stages;
  }
  return 1;
}

function zeroStageIn(row: MeasurementRow, rule: FrameworkRule | null): TrainingLayout["zeroStage"] {
  const stated = numberIn(row, "zero_stage");
  if (stated === 0 || stated === 1 || stated === 2 || stated === 3) return stated;
  return rule?.shardedWeights ? 3 : 1;
}
