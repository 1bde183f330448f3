import type { Compression } from "../input/workload-types.ts";
import type { Program } from "../workload/program.ts";
import type { Operator, Step } from "../workload/types.ts";

type Pattern = Extract<Compression, { kind: "pruning" }>["pattern"];

/**
 * A program whose weights are pruned by `share`. Structured pruning removes whole channels, which saves weights, work and
 * activations alike. 2:4 halves weights and, on sparse matrix units, the work. Unstructured pruning shrinks the stored
 * weights (an index beside each value takes half of the saving) and no unit skips the work.
 */
export function pruneProgram<P extends Program>(program: P, pattern: Pattern, share: number): P {
  const kept = 1 - share;
  const weights = pattern === "unstructured" ? 1 - share / 2 : kept;
  const work = pattern === "unstructured" ? 1 : kept;
  const prune = (step: Step): Step => ({
    ...step,
    operators: step.operators.map((operator) => pruneOperator(operator, weights, work)),
  });
  const limits = {
    ...program.limits,
    expertParameters: program.limits.expertParameters * weights,
  };
  const weightElements = program.weightElements * weights;
  if (program.kind === "generative") {
    const wideWeights = (program.wideWeights ?? []).map(({ belowBytes, elements }) => ({
      belowBytes,
      elements: elements * weights,
    }));
    return {
      ...program,
      weightElements,
      wideWeights,
      limits,
      prefill: (...args) => prune(program.prefill(...args)),
      decode: (...args) => prune(program.decode(...args)),
    };
  }
  return {
    ...program,
    weightElements,
    limits,
    forward: (...args) => prune(program.forward(...args)),
  };
}

function pruneOperator(operator: Operator, weights: number, work: number): Operator {
  if (operator.weightElements === 0 || operator.kind === "gather") return operator;
  return {
    ...operator,
    k: operator.k * work,
    operations: operator.operations * work,
    weightElements: operator.weightElements * weights,
  };
}
