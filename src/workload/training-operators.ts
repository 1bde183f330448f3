import type { TransformerShape } from "../catalog/types.ts";
import type { Pass } from "./attention.ts";
import { vector } from "./operators.ts";
import type { Operator, Sharding, Step } from "./types.ts";

/**
 * How a trainer's kernels treat a layer. `fused`: flash attention, norms and dropout split over the tensor group (sequence
 * parallelism, Korthikanti et al. 2022). `early`: before 2023, the score matrices pass through memory and every chip of a
 * tensor group repeats norms and dropout.
 */
export type TrainingKernels = "fused" | "early";

/** Dropout reads its input and writes its output and a mask of one byte an element. */
const DROPOUT_ELEMENTS = 2.5;
/** Logits are cast to FP32 and read and written once more for the softmax: 2 + 4 + 4 bytes, in elements of two. */
const LOSS_ELEMENTS = 5;

/** Operators of one forward micro-batch that training adds to a pass that only answers. */
export function trainingForward(
  answer: Step,
  shape: TransformerShape,
  pass: Pass,
  sharding: Sharding,
  kernels: TrainingKernels,
): Step {
  const operators = answer.operators.flatMap((operator) =>
    kernels === "early" && operator.name === "attention.full"
      ? scoresInMemory(operator, pass)
      : [operator.name === "normalisation" ? normalisation(operator, sharding, kernels) : operator],
  );
  const tokens = (pass.batch * pass.newTokens) / sharding.context;
  if (operators.some(({ name }) => name === "vocabulary")) {
    const logits = (tokens * shape.vocabulary) / sharding.tensor;
    operators.push(vector("loss", 1, LOSS_ELEMENTS * logits, 1));
  }
  return { ...answer, operators };
}

/** Both the residual stream and its normalised copy are kept for the backward pass: two kernels, five reads and writes in place of three. */
function normalisation(operator: Operator, sharding: Sharding, kernels: TrainingKernels): Operator {
  const share = kernels === "fused" ? 1 / sharding.tensor : 1;
  const elements = 5 + (kernels === "early" ? DROPOUT_ELEMENTS : 0);
  return {
    ...operator,
    operations: operator.operations * share,
    activationElements: (elements / 3) * share * operator.activationElements,
  };
}

/** Attention as two multiplies over the whole score matrix, with a softmax and a dropout between them. */
function scoresInMemory(attention: Operator, pass: Pass): Operator[] {
  const { count, m, groups, k, activationElements } = attention;
  const keys = pass.newTokens;
  const scores = m * keys * groups;
  const multiply: Operator = {
    ...attention,
    kind: "matmul",
    operations: 2 * scores * k,
    activationElements: activationElements / 2 + scores,
    cacheElements: 0,
    wideBelowBytes: 0,
  };
  return [
    { ...multiply, name: "attention.scores", n: keys },
    vector("attention.softmax", count, (2 + DROPOUT_ELEMENTS) * scores, 4),
    { ...multiply, name: "attention.values", n: k, k: keys },
  ];
}
