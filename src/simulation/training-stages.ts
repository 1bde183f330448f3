/** How the layers of a model lie on the stages of a pipeline. */
export interface Stages {
  /** Layers of the fullest stage. */
  layers: number;
  /** Layers of a mean stage over those of the fullest. */
  meanShare: number;
  /** Layers of the first and of the last stage over those of the fullest. */
  firstShare: number;
  lastShare: number;
}

/**
 * Layers that do not divide evenly leave some stages with one less. The last one, which carries the logits and the loss, is spared
 * first, then the first one with its embedding (Megatron-LM, `account-for-loss-in-pipeline-split` and its twin; the 126 layers of
 * Llama 3.1 405B on 16 stages, Llama team 2024, section 3.3.2).
 */
export function stagesOf(layers: number, pipeline: number): Stages {
  const fullest = Math.ceil(layers / pipeline - 1e-9);
  const spare = Math.round(pipeline * fullest - layers);
  const less = (fullest - 1) / fullest;
  return {
    layers: fullest,
    meanShare: layers / pipeline / fullest,
    firstShare: spare >= 2 ? less : 1,
    lastShare: spare >= 1 ? less : 1,
  };
}

/**
 * Hand-overs of a micro-batch between stages that nothing hides, forward and backward: one for each virtual stage. Only the
 * interleaved schedule hands over beside its compute (Megatron-LM disables `overlap-p2p-communication` without it).
 */
export const shownHandOvers = (interleave: number, collectiveOverlap: number): number =>
  2 * (interleave > 1 ? interleave * (1 - collectiveOverlap) : 1);
