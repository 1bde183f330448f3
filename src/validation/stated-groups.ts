import { cell, numberIn, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Groups of chips that a row of a language model states, in its columns and in its note. */
export interface StatedGroups {
  chips: number;
  /** `tp` of the row; null where it states none. */
  tensor: number | null;
  pipeline: number;
  /** Attention groups that each hold sequences of their own. */
  attention: number;
  /** Shards of an expert, and parts that the experts are spread over. */
  expertShards: number;
  expertParts: number;
}

const SAMPLE = /silicon_sample/u;

export function statedGroups(row: MeasurementRow): StatedGroups {
  const stated = {
    chips: Math.max(1, numberIn(row, "chips") ?? 1),
    tensor: numberIn(row, "tp"),
    pipeline: Math.max(1, numberIn(row, "pp") ?? 1),
    attention: numberInNote(row, /attention dp (\d+)/u) ?? 1,
    expertShards: numberInNote(row, /moe tp (\d+)/u) ?? 1,
    expertParts: numberInNote(row, /moe ep (\d+)/u) ?? numberIn(row, "ep") ?? 1,
  };
  return SAMPLE.test(cell(row, "source_title")) ? onSameChips(stated) : stated;
}

/**
 * Tensor and expert groups of InferenceX's single nodes lie on the same chips (`tp: 8, ep: 8` is eight GPUs: --tp_size and --ep_size of
 * benchmarks/dsr1_fp4_b200_trt_mtp.sh, --enable-expert-parallel of minimaxm2.5_fp8_b200.sh), but parts of aiconfigurator's sample multiply
 * them: it holds the same measurement once on 8 chips (moe tp 1, moe ep 8) and once on 64 (moe tp 8, moe ep 8).
 */
function onSameChips(stated: StatedGroups): StatedGroups {
  const { chips, attention, expertShards, expertParts } = stated;
  const tensor = stated.tensor ?? 1;
  if (expertParts === 1) return stated;
  if (expertShards > 1 && chips === expertShards * expertParts) {
    const isData = attention > 1;
    return {
      ...stated,
      chips: expertShards,
      tensor: isData ? 1 : expertShards,
      attention: isData ? expertShards : 1,
      expertShards: 1,
      expertParts: expertShards,
    };
  }
  if (tensor > 1 && attention > 1 && chips === tensor * attention) {
    return { ...stated, chips: tensor, attention: 1, expertParts: tensor };
  }
  return stated;
}
