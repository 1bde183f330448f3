import type { BlocksModel, Model } from "../catalog/types.ts";
import { elementsOf } from "./blocks/tensor.ts";
import { lowerBlocks, peakActivationElements } from "./lower-blocks.ts";
import { lowerDiffusion } from "./lower-diffusion.ts";
import { lowerRecommender } from "./lower-recommender.ts";
import { lowerDecoder, lowerEncoder, lowerEncoderDecoder } from "./lower-transformer.ts";
import { SINGLE_CHIP, type OneShotProgram, type Program } from "./program.ts";

/**
 * Turns a model into functions that give the operators of its steps.
 *
 * @param steps iterations of a denoiser that the workload asks for; null takes the model's default
 */
export function lowerModel(model: Model, steps: number | null = null): Program {
  switch (model.kind) {
    case "decoder":
      return lowerDecoder(model);
    case "encoder":
      return lowerEncoder(model);
    case "encoder-decoder":
      return lowerEncoderDecoder(model);
    case "diffusion":
      return lowerDiffusion(model, steps);
    case "recommender":
      return lowerRecommender(model);
    case "blocks":
      return lowerBlockNetwork(model);
    default:
      return model satisfies never;
  }
}

function lowerBlockNetwork(model: BlocksModel): OneShotProgram {
  return {
    kind: "one-shot",
    countsTokens: false,
    forward: (batch) => ({ operators: lowerBlocks(model, batch).operators, collectives: [] }),
    passes: () => 1,
    weightElements: model.parameters,
    pictureElements: elementsOf(model.input),
    activationElementsPerSample: () => peakActivationElements(model),
    limits: SINGLE_CHIP,
  };
}
