/** The library: the same functions that the commands use, without reading files or printing. */
export { evaluate, type EvaluateOptions } from "./app/evaluate.ts";
export { evaluateWithFlips } from "./app/evaluate-with-flips.ts";
export { explainCandidate } from "./app/explain.ts";
export { simulateConfiguration } from "./app/simulate.ts";
export { check, type CheckInput } from "./app/check.ts";
export { readBaseline } from "./check/baseline/read-baseline.ts";
export { readPolicy } from "./check/policy/read-policy.ts";
export { readSpec, type Spec } from "./check/spec/read-spec.ts";
export type { CheckEntry, CheckResult } from "./check/types.ts";
export { loadBuiltinCatalog } from "./app/builtin-catalog.ts";
export { knownNames } from "./app/known-names.ts";
export { MODEL_CHECKS } from "./app/model-checks.ts";
export { ModelError } from "./app/resolve-models.ts";
export { readWorkload } from "./input/read-workload.ts";
export { MATRIX_NAMES, rankMatrix, type RankOptions } from "./app/rank.ts";
export { readMatrix } from "./input/matrix/read-matrix.ts";
export type * from "./catalog/types.ts";
export type * from "./input/workload-types.ts";
export type { Diagnostic, Reading } from "./input/diagnostic.ts";
export type * from "./planner/types.ts";
export type * from "./report/types.ts";
export type * from "./input/matrix/matrix-types.ts";
export type * from "./report/rank/types.ts";
export type { FlipPoint } from "./decision/decision.ts";
export type {
  ExplainResult,
  SimulateResult,
  RequestedConfiguration,
} from "./report/explain-types.ts";
