import type { Grade, MeasurementRow } from "./types.ts";

/** Cell as text; empty when the column is absent. */
export const cell = (row: MeasurementRow, column: string): string => row.fields[column] ?? "";

/** Cell as a number; null when it is empty. */
export function numberIn(row: MeasurementRow, column: string): number | null {
  const text = cell(row, column);
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export const noteOf = (row: MeasurementRow): string => cell(row, "note");

/** First number that the pattern captures in the note, or null. */
export function numberInNote(row: MeasurementRow, pattern: RegExp): number | null {
  const found = pattern.exec(noteOf(row))?.[1];
  return found === undefined ? null : Number(found);
}

/** Operator timings have no grade column: they are single kernels with every size given. */
export function gradeOf(row: MeasurementRow): Grade {
  const grade = cell(row, "grade");
  return grade === "B" || grade === "C" || grade === "X" ? grade : "A";
}

/**
 * Releases that are other software than today's under the same name: vLLM before its second engine (0.8, March 2025),
 * TensorRT-LLM before its PyTorch backend (1.0, 2025).
 */
const EARLY: Readonly<Record<string, RegExp>> = {
  vllm: /\b0\.[0-7]\.|\b2024\b/u,
  "trt-llm": /^0\.\d+/u,
  "tensorrt-llm": /^0\.\d+/u,
  nemo: /^23\.\d+/u,
};

/** Sources of 2023 and 2024 whose rows state no release: papers by their arXiv number, READMEs by name. */
const EARLY_SOURCE =
  /arXiv:2[34]\d\d\.|llm-perf-bench|QServe|TinyChat|NeMo Framework Launcher.*\(earlier/u;

/** Builds that are other software under the same name: their kernels repack weights for the cores' matrix instructions. */
const BUILDS: Readonly<Record<string, readonly [pattern: RegExp, framework: string]>> = {
  "llama.cpp": [/ampere_optimized/u, "ampere-llama.cpp"],
};

/** Operator timings name no framework: kernels are timed alone, on the device or (LLMCompass) one by one from Python. */
export function frameworkOf(row: MeasurementRow): string {
  if (row.set !== "operators") {
    const framework = cell(row, "framework").toLowerCase().replaceAll(" ", "-");
    const version = cell(row, "framework_version");
    const [build, name] = BUILDS[framework] ?? [];
    if (build?.test(version)) return name ?? framework;
    const early = EARLY[framework];
    if (early === undefined) return framework;
    const isEarly =
      version === "" ? EARLY_SOURCE.test(cell(row, "source_title")) : early.test(version);
    return isEarly ? `${framework}-2024` : framework;
  }
  return cell(row, "source_locator").includes("LLMCompass") ? "llmcompass" : "kernel-benchmark";
}
