import type { RecommenderModel } from "../catalog/types.ts";
import type { Operator } from "./types.ts";
import { gather, matmul, vector } from "./operators.ts";
import { SINGLE_CHIP, type OneShotProgram } from "./program.ts";

/**
 * Deep learning recommendation model (Naumov et al. 2019; DCNv2: Wang et al. 2021): table look-ups, a bottom network for
 * the dense features, an interaction, a top network. Tables split over the chips of a replica (model parallelism), the
 * dense part over the batch, with an all-to-all between.
 */
export function lowerRecommender(model: RecommenderModel): OneShotProgram {
  return {
    kind: "one-shot",
    countsTokens: false,
    forward(batch, _length, sharding) {
      const chips = sharding.tensor;
      const samples = batch / chips;
      const pooled = model.lookupsPerSample * model.embeddingDim;
      const operators: Operator[] = [
        gather("embedding", 1, (batch * model.lookupsPerSample) / chips, model.embeddingDim),
        ...mlp("bottom", model.bottomMlp, samples),
        ...interaction(model, samples),
        ...mlp("top", model.topMlp, samples),
      ];
      if (chips === 1) return { operators, collectives: [] };
      return {
        operators,
        collectives: [
          {
            name: "embedding all-to-all",
            kind: "all-to-all",
            group: "tensor",
            count: 1,
            elements: samples * pooled,
            bytesPerElement: null,
          },
        ],
      };
    },
    passes: () => 1,
    weightElements: model.parameters,
    pictureElements: 0,
    activationElementsPerSample: () =>
      2 * (model.lookupsPerSample * model.embeddingDim + Math.max(...model.topMlp)),
    // Tables are many and large: any split that memory asks for is legal.
    limits: { ...SINGLE_CHIP, tensor: 64 },
  };
}

function mlp(name: string, widths: readonly number[], rows: number): Operator[] {
  return widths.slice(1).map((width, index) => {
    return matmul(`${name}.${index + 1}`, 1, rows, width, widths[index] ?? width);
  });
}

function interaction(model: RecommenderModel, rows: number): Operator[] {
  const { cross } = model;
  if (cross) {
    return [
      matmul("cross.down", cross.layers, rows, cross.rank, cross.width),
      matmul("cross.up", cross.layers, rows, cross.width, cross.rank),
      vector("cross.multiply", cross.layers, 3 * rows * cross.width),
    ];
  }
  const vectors = model.lookupsPerSample + 1;
  return [
    {
      ...matmul("interaction", 1, vectors, vectors, model.embeddingDim, rows),
      // Both sides are activations: nothing is read as weights.
      weightElements: 0,
    },
  ];
}
