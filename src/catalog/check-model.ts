import type { Model, TransformerShape } from "./types.ts";

export interface ModelProblem {
  /** Place in the profile, dotted. */
  path: string;
  message: string;
  help: string;
}

/** Contradictions that a schema can't see: layers that don't add up, more experts used than there are, and the like. */
export function modelProblems(model: Model): ModelProblem[] {
  const problems: ModelProblem[] = [];
  if (model.activeParameters > model.parameters) {
    problems.push({
      path: "activeParameters",
      message: `${model.activeParameters} active parameters are more than all ${model.parameters}`,
      help: "activeParameters are those that one token touches: at most all parameters",
    });
  }
  for (const [path, shape] of shapesOf(model)) problems.push(...shapeProblems(shape, path));
  if (model.kind === "diffusion" && model.denoiser.kind === "transformer") {
    const { doubleStreamLayers = 0, shape } = model.denoiser;
    if (doubleStreamLayers > shape.layers) {
      problems.push({
        path: "denoiser.doubleStreamLayers",
        message: `${doubleStreamLayers} double-stream layers are more than all ${shape.layers} layers`,
        help: "layers counts all, with the double-stream ones",
      });
    }
  }
  return problems;
}

/** Transformer shapes of a model with their places in the profile. */
function shapesOf(model: Model): [path: string, shape: TransformerShape][] {
  switch (model.kind) {
    case "decoder":
    case "encoder":
      return [["shape", model.shape]];
    case "encoder-decoder":
      return [
        ["encoder", model.encoder],
        ["decoder", model.decoder],
      ];
    case "diffusion":
      return model.denoiser.kind === "transformer"
        ? [["denoiser.shape", model.denoiser.shape]]
        : [];
    default:
      return [];
  }
}

function shapeProblems(shape: TransformerShape, path: string): ModelProblem[] {
  const { span, experts } = shape;
  const problems: ModelProblem[] = [];
  const add = (key: string, message: string, help: string): void => {
    problems.push({ path: `${path}.${key}`, message, help });
  };
  if (span.fullLayers < 0) {
    const named = shape.layers - span.fullLayers;
    add(
      "span",
      `${named} layers have a span of their own, but there are ${shape.layers} layers`,
      "windowLayers + linearLayers + noneLayers are at most layers; the rest has full attention",
    );
  }
  if (shape.heads % shape.keyValueHeads !== 0) {
    add(
      "keyValueHeads",
      `${shape.heads} query heads can't share ${shape.keyValueHeads} key/value heads evenly`,
      "keyValueHeads divides heads",
    );
  }
  if (!Number.isInteger(shape.headDim)) {
    add(
      "headDim",
      `hidden ${shape.hidden} does not divide into ${shape.heads} heads`,
      "give headDim, the width of one head",
    );
  }
  if (experts !== null && experts.expertsPerToken > experts.experts) {
    add(
      "experts.perToken",
      `a token visits ${experts.expertsPerToken} of ${experts.experts} experts`,
      "perToken is at most count",
    );
  }
  if (experts !== null && experts.denseLayers > shape.layers) {
    add(
      "experts.denseLayers",
      `${experts.denseLayers} dense layers are more than all ${shape.layers} layers`,
      "denseLayers counts the layers without experts",
    );
  }
  return problems;
}
