import { transformerParameters } from "../catalog/transformer-parameters.ts";
import type { DecoderModel, TransformerShape } from "../catalog/types.ts";
import { lowerDecoder } from "./lower-transformer.ts";
import { matmul } from "./operators.ts";
import type { GenerativeProgram } from "./program.ts";
import type { Sharding, Step } from "./types.ts";
import { FOUR_BIT, wide } from "./wide-weights.ts";

/**
 * The multi-token prediction head of a model as the draft of its own speculation: one more layer, as wide as the others, that reads
 * the last hidden state beside the embedding of the last token and shares embedding and vocabulary with the model (DeepSeek-V3 Technical
 * Report, arXiv:2412.19437, section 2.2). One head proposes several tokens by being run again on what it proposed. It runs in the
 * engine's own step, so the host launches and samples nothing for what it proposes until that is checked. Checkpoints of four bits leave the whole layer in 16 bits.
 */
export function predictionHead(model: DecoderModel): GenerativeProgram {
  const shape = oneLayer(model.shape);
  const projection = 2 * shape.hidden ** 2;
  const parameters = transformerParameters({ ...shape, vocabulary: 0 }).total + projection;
  const layer = lowerDecoder({ ...model, shape, parameters });
  const withProjection = (step: Step, tokens: number, { tensor }: Sharding): Step => ({
    runs: 0,
    sequences: 0,
    operators: [
      matmul("head.projection", 1, tokens, shape.hidden / tensor, 2 * shape.hidden),
      ...step.operators,
    ].map((operator) => wide(operator, Math.max(FOUR_BIT, operator.wideBelowBytes))),
    collectives: step.collectives,
  });
  return {
    ...layer,
    wideWeights: [{ belowBytes: FOUR_BIT, elements: parameters }],
    prefill: (batch, inputTokens, sharding, cachedTokens = 0) =>
      withProjection(
        layer.prefill(batch, inputTokens, sharding, cachedTokens),
        batch * Math.max(1, inputTokens - cachedTokens),
        sharding,
      ),
    decode: (batch, inputTokens, generatedTokens, sharding, newTokens = 1) =>
      withProjection(
        layer.decode(batch, inputTokens, generatedTokens, sharding, newTokens),
        batch * newTokens,
        sharding,
      ),
  };
}

/** One layer of full attention, with experts where the model has them. */
function oneLayer(shape: TransformerShape): TransformerShape {
  return {
    ...shape,
    layers: 1,
    experts: shape.experts && { ...shape.experts, denseLayers: 0 },
    span: {
      fullLayers: 1,
      windowLayers: 0,
      windowTokens: 0,
      linearLayers: 0,
      noneLayers: 0,
      sparseTopTokens: shape.span.sparseTopTokens,
    },
  };
}
