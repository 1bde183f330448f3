import type { Bench } from "./bench.ts";
import type { Outcome } from "./outcome.ts";
import { predictLlm } from "./predict-llm.ts";
import { predictOperator } from "./predict-operator.ts";
import { predictTraining } from "./predict-training.ts";
import { predictVision } from "./predict-vision.ts";
import { cell, gradeOf } from "./row-fields.ts";
import type { MeasurementRow, MeasurementSet } from "./types.ts";

const PREDICTORS: Readonly<Record<MeasurementSet, (row: MeasurementRow, bench: Bench) => Outcome>> =
  {
    "llm-inference": predictLlm,
    "serving-points": predictLlm,
    vision: predictVision,
    training: predictTraining,
    operators: predictOperator,
  };

export const predictRow = (row: MeasurementRow, bench: Bench): Outcome =>
  PREDICTORS[row.set](row, bench);

/** Time to first token under load is queueing, which a steady state does not describe. */
export const isQueueing = (row: MeasurementRow): boolean =>
  cell(row, "metric") === "ttft_ms" && cell(row, "scenario") === "server";

/** Grades A and B. */
export function isFirm(row: MeasurementRow): boolean {
  const grade = gradeOf(row);
  return grade === "A" || grade === "B";
}
