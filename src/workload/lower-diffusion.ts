import type { DiffusionModel } from "../catalog/types.ts";
import { activationWidth, transformerLimits, transformerStep } from "./transformer.ts";
import { lowerBlocks, peakActivationElements } from "./lower-blocks.ts";
import { matmul } from "./operators.ts";
import { SINGLE_CHIP, type OneShotProgram } from "./program.ts";
import type { Step } from "./types.ts";

/**
 * One request = one image: `steps × callsPerStep` denoiser passes. Text encoders and image decoder run once; their work
 * is spread over the passes, so that `passes × forward` is the whole image.
 */
export function lowerDiffusion(model: DiffusionModel): OneShotProgram {
  const { denoiser } = model;
  const denoise = (batch: number, sharding: Parameters<OneShotProgram["forward"]>[2]): Step => {
    if (denoiser.kind === "blocks") {
      return { operators: lowerBlocks(denoiser, batch).operators, collectives: [] };
    }
    const newTokens = denoiser.imageTokens + denoiser.textTokens;
    const pass = { batch, newTokens, cachedTokens: 0, causal: false };
    return transformerStep(denoiser.shape, pass, sharding, "none");
  };
  const companionShare = 1 / (model.defaultSteps * model.callsPerStep);
  return {
    kind: "one-shot",
    countsTokens: false,
    forward(batch, _length, sharding) {
      const step = denoise(batch, sharding);
      if (model.companionMacs === 0) return step;
      return { ...step, operators: [...step.operators, companions(model, batch, companionShare)] };
    },
    passes: (steps) => (steps ?? model.defaultSteps) * model.callsPerStep,
    weightElements: model.parameters + model.companionParameters,
    activationElementsPerSample: () =>
      denoiser.kind === "blocks"
        ? peakActivationElements(denoiser)
        : (denoiser.imageTokens + denoiser.textTokens) * activationWidth(denoiser.shape),
    limits: denoiser.kind === "blocks" ? SINGLE_CHIP : transformerLimits(denoiser.shape),
  };
}

/** Text encoders and decoder as one well-shaped multiply of the same work and weights. */
function companions(model: DiffusionModel, batch: number, share: number) {
  const weights = model.companionParameters;
  const width = Math.sqrt(weights);
  const rows = (batch * model.companionMacs) / weights;
  return matmul("text encoders and image decoder", share, rows, width, width);
}
