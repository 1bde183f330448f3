import type { TrainingKernels } from "../workload/training-operators.ts";
import type { FrameworkRule } from "./naming.ts";
import { cell, noteOf } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

const FLASH = /[Ff]lash ?[Aa]ttention|\bFA\d\b/u;
const NO_FLASH = /without flash attention/u;
/** Years, conferences and container versions before flash attention (Dao et al., June 2022) reached the trainers. */
const EARLY = /\b20(?:1\d|2[0-2])\b|\bSC21\b|NGC (?:19|20|21|22)\./u;

/** Kernels of a row, by what its note says, by its framework, and by its date. */
export function trainingKernels(row: MeasurementRow, rule: FrameworkRule | null): TrainingKernels {
  const note = noteOf(row);
  if (NO_FLASH.test(note)) return "early";
  if (FLASH.test(note)) return "fused";
  if (rule?.earlyKernels) return "early";
  return EARLY.test(`${cell(row, "source_title")} ${note}`) ? "early" : "fused";
}
