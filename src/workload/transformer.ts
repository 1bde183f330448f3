import type { TransformerShape } from "../catalog/types.ts";
import type { Collective, Operator, Sharding, Step } from "./types.ts";
import { attentionOperators, cacheElementsPerToken, type Pass } from "./attention.ts";
import { expertLayerCount, expertParameters, feedForwardOperators } from "./feed-forward.ts";
import { gather, matmul, vector } from "./operators.ts";
import type { ShardingLimits } from "./program.ts";
import { markWideParts, NARROWED } from "./wide-weights.ts";

/** Which positions get vocabulary logits: the last of each sequence (serving), all (training), none (encoders). */
export type Logits = "last" | "all" | "none";

/**
 * One pass through the layers of one pipeline stage on one chip. The stage is the heaviest one: it carries the
 * embedding and the vocabulary projection too.
 */
export function transformerStep(
  shape: TransformerShape,
  pass: Pass,
  sharding: Sharding,
  logits: Logits,
): Step {
  const tokens = (pass.batch * pass.newTokens) / sharding.context;
  const operators: Operator[] = [];
  if (shape.vocabulary > 0) {
    operators.push(gather("embedding", 1, tokens, shape.hidden, NARROWED));
  }
  operators.push(
    // A normalisation with its residual addition: two reads and one write.
    vector("normalisation", sublayers(shape) / sharding.pipeline, 3 * tokens * shape.hidden, 6),
    ...attentionOperators(shape, pass, sharding),
    ...feedForwardOperators(shape, tokens, sharding),
  );
  if (logits !== "none" && shape.vocabulary > 0) {
    const rows = logits === "all" ? tokens : pass.batch;
    const columns = shape.vocabulary / sharding.tensor;
    operators.push(matmul("vocabulary", 1, rows, columns, shape.hidden, 1, NARROWED));
  }
  return {
    sequences: logits === "last" ? pass.batch : 0,
    operators: markWideParts(shape, operators),
    collectives: stepCollectives(shape, pass, sharding, logits),
  };
}

/** Mixers and feed-forward networks. A layer holds one of each; in hybrids that alternate them, one of the two. */
const sublayers = (shape: TransformerShape): number =>
  shape.span.noneLayers > 0 ? shape.layers : 2 * shape.layers;

function stepCollectives(
  shape: TransformerShape,
  pass: Pass,
  sharding: Sharding,
  logits: Logits,
): Collective[] {
  const { tensor, pipeline, context, expert } = sharding;
  const tokens = (pass.batch * pass.newTokens) / context;
  const elements = tokens * shape.hidden;
  const layers = shape.layers / pipeline;
  const collectives: Collective[] = [];
  const add = (
    name: string,
    kind: Collective["kind"],
    group: Collective["group"],
    count: number,
    size: number,
  ): void => {
    collectives.push({ name, kind, group, count, elements: size, bytesPerElement: null });
  };
  if (tensor > 1) {
    add("tensor all-reduce", "all-reduce", "tensor", sublayers(shape) / pipeline, elements);
    if (logits === "last") {
      add("logits all-gather", "all-gather", "tensor", 1, pass.batch * shape.vocabulary);
    }
  }
  if (shape.experts && expert > tensor) {
    const routed = elements * shape.experts.expertsPerToken;
    const count = (2 * expertLayerCount(shape)) / pipeline;
    add("expert all-to-all", "all-to-all", "expert", count, routed / tensor);
  }
  if (context > 1) {
    const keyValues = pass.batch * pass.newTokens * cacheElementsPerToken(shape, tensor);
    add("key-value all-gather", "all-gather", "context", layers, keyValues);
  }
  if (pipeline > 1) {
    add("stage hand-over", "point-to-point", "pipeline", 1, elements / tensor);
  }
  return collectives;
}

export function transformerLimits(shape: TransformerShape): ShardingLimits {
  return {
    tensor: shape.heads,
    pipeline: shape.layers,
    expert: shape.experts?.experts ?? 1,
    expertParameters: expertParameters(shape),
  };
}

/** Elements of the widest activation of one token: hidden state twice and the feed-forward inner state. */
export function activationWidth(shape: TransformerShape): number {
  const moe = shape.experts;
  const inner = moe ? moe.expertsPerToken * moe.expertFfn + moe.sharedFfn : shape.ffn;
  return 2 * shape.hidden + (shape.gated ? 2 : 1) * Math.max(inner, shape.ffn);
}
