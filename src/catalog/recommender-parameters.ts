import type { ParameterCount } from "./transformer-parameters.ts";
import type { RecommenderModel } from "./types.ts";

type RecommenderShape = Pick<
  RecommenderModel,
  "embeddingParameters" | "embeddingDim" | "lookupsPerSample" | "bottomMlp" | "topMlp" | "cross"
>;

/**
 * Tables, dense networks and the cross network (two low-rank matrices a layer: Wang et al., DCN V2, 2021). A sample
 * touches the rows that it looks up, and the dense weights whole. Biases are left out.
 */
export function recommenderParameters(shape: RecommenderShape): ParameterCount {
  const { cross } = shape;
  const crossWeights = cross === null ? 0 : cross.layers * 2 * cross.width * cross.rank;
  const dense = denseWeights(shape.bottomMlp) + denseWeights(shape.topMlp) + crossWeights;
  return {
    total: shape.embeddingParameters + dense,
    active: shape.lookupsPerSample * shape.embeddingDim + dense,
  };
}

function denseWeights(widths: readonly number[]): number {
  return widths.slice(1).reduce((sum, width, index) => sum + width * (widths[index] ?? 0), 0);
}
