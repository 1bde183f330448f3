import type { Collective, Operator, Step } from "./types.ts";

/**
 * Backward pass of a forward step. A multiply (m × k)·(k × n) gives two: the input gradient (m × n)·(n × k) and, for the
 * trained share of the weights, the weight gradient (k × m)·(m × n). Flash attention recomputes the scores: its backward
 * has five multiplies for two forward (Dao et al. 2022), 2.5 times the operations.
 */
export function backwardStep(forward: Step, trainableShare: number): Step {
  return {
    operators: forward.operators.flatMap((operator) => backward(operator, trainableShare)),
    // Each forward all-reduce has a twin in the backward pass (Megatron's f and g).
    collectives: forward.collectives.flatMap(twins),
  };
}

/**
 * Nobody keeps the keys and values of the other parts of a sequence: the backward pass gathers them again and sums their gradients
 * where they belong (Llama team 2024, The Llama 3 Herd of Models, section 3.3.2; ring attention passes both around, Liu et al. 2023).
 */
function twins(collective: Collective): Collective[] {
  if (collective.group !== "context" || collective.kind !== "all-gather") return [collective];
  const gradients: Collective = {
    ...collective,
    name: `${collective.name} (gradients)`,
    kind: "reduce-scatter",
  };
  return [collective, gradients];
}

function backward(operator: Operator, trainableShare: number): Operator[] {
  const name = `${operator.name} (backward)`;
  switch (operator.kind) {
    case "attention":
      return [
        {
          ...operator,
          name,
          operations: 2.5 * operator.operations,
          activationElements: 3 * operator.activationElements,
          cacheElements: 2 * operator.cacheElements,
        },
      ];
    case "vector":
    case "gather":
      return [{ ...operator, name, activationElements: 1.5 * operator.activationElements }];
    default:
      return [
        { ...operator, name: `${name} input`, n: operator.k, k: operator.n },
        ...(trainableShare > 0
          ? [
              {
                ...operator,
                name: `${name} weight`,
                count: operator.count * weightGradientShare(trainableShare),
                m: operator.k,
                k: operator.m,
              },
            ]
          : []),
      ];
  }
}

/** Adapters (LoRA) train a sliver beside every weight: their gradients cost as much of the full weight gradient. */
function weightGradientShare(trainableShare: number): number {
  return Math.min(1, trainableShare);
}
