import type { DecoderModel, EncoderDecoderModel } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import type { Formats } from "../simulation/formats.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import type { FrameworkRule } from "./naming.ts";
import { noteOf } from "./row-fields.ts";
import { statedGroups, type StatedGroups } from "./stated-groups.ts";
import type { MeasurementRow } from "./types.ts";

/** How the chips of a row work together: replicas of one sharding. */
export interface ServingLayout {
  sharding: Sharding;
  replicas: number;
  chips: number;
}

/** "DEP4", "attention data parallel", "attention DP", but not "attention dp 1, moe tp 8", whose figures are read one by one. */
const ATTENTION_DATA_PARALLEL = /\bDEP\d|attention data parallel|attention DP\b/u;
/** A mix of layouts that the source does not name; a replica then takes the fewest chips that hold the model. */
const BEST_MIX = /best TP\/PP\/DP mix/u;

/** Weights and a working cache fit when weights leave this share of the memory. */
const CACHE_SHARE = 0.25;

/**
 * The layout that the columns and the note state. `tp` counts the source's unit (NeuronCores, TensorCores, ASICs); where units
 * outnumber chips, a chip is that many of them. Without `tp`, all chips form one tensor group.
 */
export function servingLayout(
  row: MeasurementRow,
  model: DecoderModel | EncoderDecoderModel,
  program: GenerativeProgram,
  device: Device,
  formats: Formats,
  rule: FrameworkRule | null,
): ServingLayout {
  const groups = statedGroups(row);
  const { chips, pipeline, attention } = groups;
  const note = noteOf(row);
  if (chips === 1) return { sharding: UNSHARDED, replicas: 1, chips };
  if (rule?.layerSplit) return { sharding: { ...UNSHARDED, pipeline: chips }, replicas: 1, chips };
  const moe = model.kind === "decoder" && model.shape.experts !== null;
  if (moe && ATTENTION_DATA_PARALLEL.test(note)) {
    return { sharding: { ...UNSHARDED, data: chips, expert: chips }, replicas: 1, chips };
  }
  const stated = groups.tensor;
  if (stated === null && BEST_MIX.test(note)) {
    const tensor = fewestHolding(program, device, formats, chips);
    return { sharding: { ...UNSHARDED, tensor }, replicas: chips / tensor, chips };
  }
  const units = (stated ?? chips / pipeline) * pipeline * attention;
  const perChip = Math.max(1, units / chips);
  const tensor = Math.max(1, (stated ?? chips / pipeline) / perChip);
  const group = tensor * attention;
  const sharding = { ...UNSHARDED, tensor, pipeline, data: attention, expert: 1 };
  const replicas = Math.max(1, Math.floor(chips / (group * pipeline)));
  return { sharding: { ...sharding, expert: expertGroup(groups, moe, group) }, replicas, chips };
}

/**
 * Chips over which experts are spread whole. Shards of them lie on the tensor group; where attention has none, they count as spread, since
 * each chip reads as much of them.
 */
function expertGroup(groups: StatedGroups, moe: boolean, group: number): number {
  if (!moe) return 1;
  const { expertShards, expertParts: spread, attention } = groups;
  const shards = attention > 1 ? expertShards : 1;
  return Math.min(group, Math.max(1, shards * spread));
}

function fewestHolding(
  program: GenerativeProgram,
  device: Device,
  formats: Formats,
  chips: number,
): number {
  for (let tensor = 1; tensor < chips; tensor *= 2) {
    const bytes = weightBytesPerChip(program, { ...UNSHARDED, tensor }, formats);
    if (bytes <= (1 - CACHE_SHARE) * device.usableMemoryBytes) return tensor;
  }
  return chips;
}
