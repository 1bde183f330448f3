import type { DiffusionModel } from "../catalog/types.ts";
import { activationWidth, transformerLimits, transformerStep } from "./transformer.ts";
import { lowerBlocks, peakActivationElements } from "./lower-blocks.ts";
import { matmul } from "./operators.ts";
import { SINGLE_CHIP, type OneShotProgram } from "./program.ts";
import type { Step } from "./types.ts";

/**
 * One request = one image: `steps × callsPerStep` denoiser passes. Text encoders and image decoder run once; their work
 * is spread over the passes, so that `passes × forward` is the whole image.
 *
 * @param steps iterations that the workload asks for; null takes the model's default
 */
export function lowerDiffusion(model: DiffusionModel, steps: number | null): OneShotProgram {
  const { denoiser } = model;
  const denoise = (batch: number, sharding: Parameters<OneShotProgram["forward"]>[2]): Step => {
    if (denoiser.kind === "blocks") {
      return { operators: lowerBlocks(denoiser, batch).operators, collectives: [] };
    }
    const newTokens = denoiser.imageTokens + denoiser.textTokens;
    const pass = { batch, newTokens, cachedTokens: 0, causal: false };
    const step = transformerStep(denoiser.shape, pass, sharding, "none");
    return withSecondStream(step, (denoiser.doubleStreamLayers ?? 0) / denoiser.shape.layers);
  };
  const companionShare = 1 / ((steps ?? model.defaultSteps) * model.callsPerStep);
  return {
    kind: "one-shot",
    countsTokens: false,
    forward(batch, _length, sharding) {
      const step = denoise(batch, sharding);
      if (model.companionMacs === 0 || model.companionParameters === 0) return step;
      return { ...step, operators: [...step.operators, companions(model, batch, companionShare)] };
    },
    passes: (steps) => (steps ?? model.defaultSteps) * model.callsPerStep,
    weightElements: model.parameters + model.companionParameters,
    // Noise is drawn on the chip.
    pictureElements: 0,
    activationElementsPerSample: () =>
      denoiser.kind === "blocks"
        ? peakActivationElements(denoiser)
        : (denoiser.imageTokens + denoiser.textTokens) * activationWidth(denoiser.shape),
    limits: denoiser.kind === "blocks" ? SINGLE_CHIP : transformerLimits(denoiser.shape),
  };
}

/** Text and image tokens of a double-stream layer pass the same shapes with weights of their own (MMDiT: Esser et al. 2024). */
function withSecondStream(step: Step, share: number): Step {
  if (share === 0) return step;
  return {
    ...step,
    operators: step.operators.map((operator) =>
      operator.kind === "matmul"
        ? { ...operator, weightElements: operator.weightElements * (1 + share) }
        : operator,
    ),
  };
}

/** Text encoders and decoder as one well-shaped multiply of the same work and weights. */
function companions(model: DiffusionModel, batch: number, share: number) {
  const weights = model.companionParameters;
  const width = Math.sqrt(weights);
  const rows = (batch * model.companionMacs) / weights;
  return matmul("text encoders and image decoder", share, rows, width, width);
}
