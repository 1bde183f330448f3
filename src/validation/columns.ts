import type { MeasurementSet } from "./types.ts";

interface SetColumns {
  /** Columns that only this set has and that tell it from the others. */
  mark: readonly string[];
  /** Columns that every row must fill. */
  filled: readonly string[];
  /** Columns that hold numbers where they are filled. */
  numeric: readonly string[];
}

const EVERYWHERE = ["id", "chip", "metric", "value", "unit"];

const LLM: SetColumns = {
  mark: ["input_tokens", "output_tokens", "scenario"],
  filled: EVERYWHERE,
  numeric: ["value", "chips", "tp", "pp", "dp", "ep", "input_tokens", "output_tokens", "batch"],
};

const COLUMNS: Readonly<Record<MeasurementSet, SetColumns>> = {
  "llm-inference": LLM,
  // The same columns: its rows are steady concurrencies (`scenario` server in every row).
  "serving-points": LLM,
  vision: {
    mark: ["input_shape", "sequence_length", "scenario"],
    filled: EVERYWHERE,
    numeric: ["value", "chips", "sequence_length", "batch"],
  },
  training: {
    mark: ["global_batch_sequences", "micro_batch", "zero_stage"],
    filled: EVERYWHERE,
    numeric: [
      "value",
      "chips",
      "params_b",
      "layers",
      "hidden",
      "heads",
      "kv_heads",
      "ffn",
      "vocab",
      "seq_len",
      "moe_experts",
      "moe_active",
      "global_batch_sequences",
      "micro_batch",
      "tp",
      "pp",
      "dp",
      "cp",
      "ep",
      "zero_stage",
    ],
  },
  operators: {
    mark: ["op", "M", "N", "K", "bytes"],
    filled: [...EVERYWHERE, "op"],
    numeric: ["value", "chips", "M", "N", "K", "bytes"],
  },
};

export const columnsOf = (set: MeasurementSet): SetColumns => COLUMNS[set];

const TOLD_BY_HEADER = ["llm-inference", "vision", "training", "operators"] as const;

/** The set that a header belongs to, or what is wrong with the header. Serving points have the columns of LLM inference. */
export function setOfHeader(header: readonly string[]): MeasurementSet | { problem: string } {
  const has = (name: string): boolean => header.includes(name);
  const set = TOLD_BY_HEADER.find((candidate) => COLUMNS[candidate].mark.every(has));
  if (set === undefined) {
    const marks = TOLD_BY_HEADER.map((id) => `${id} (${COLUMNS[id].mark.join(", ")})`);
    return {
      problem: `the header belongs to no set of measurements; each is told by its columns: ${marks.join("; ")}`,
    };
  }
  const missing = COLUMNS[set].filled.filter((name) => !has(name));
  if (missing.length > 0) {
    return {
      problem: `${set} without the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`,
    };
  }
  return set;
}
