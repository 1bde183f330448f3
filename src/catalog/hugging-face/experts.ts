import type { ConfigReader } from "./config-reader.ts";

/** As in a profile's `experts`. */
export interface ExpertFigures {
  count: number;
  perToken: number;
  ffn: number;
  shared: number;
  sharedFfn: number;
  denseLayers: number;
}

/**
 * Mixture of experts of a configuration, or undefined when it has none. `denseBeside`: a dense network of
 * intermediate_size works beside the experts and counts as a shared expert.
 */
export function expertFigures(
  config: ConfigReader,
  layers: number,
  denseBeside: boolean,
): ExpertFigures | undefined {
  const count = config.optional(
    "n_routed_experts",
    "num_local_experts",
    "num_experts",
    "moe_num_experts",
  );
  if (count === undefined || count <= 1) return undefined;
  const perToken = config.required(
    "num_experts_per_tok",
    "num_experts_per_token",
    "experts_per_token",
    "moe_top_k",
    "top_k_experts",
    "moe_k",
  );
  // Mixtral, gpt-oss, MiniMax and Llama 4 call the expert's width intermediate_size.
  const ffn = config.required("moe_intermediate_size", "intermediate_size", "ffn_hidden_size");
  const { shared, sharedFfn } = denseBeside
    ? { shared: 1, sharedFfn: config.required("intermediate_size") }
    : sharedExperts(config, ffn);
  return { count, perToken, ffn, shared, sharedFfn, denseLayers: denseLayers(config, layers) };
}

function sharedExperts(
  config: ConfigReader,
  expertFfn: number,
): Pick<ExpertFigures, "shared" | "sharedFfn"> {
  const width = config.optional(
    "shared_expert_intermediate_size",
    "moe_shared_expert_intermediate_size",
    "shared_intermediate_size",
  );
  const number = config.optional("n_shared_experts", "num_shared_experts");
  if (width !== undefined) {
    const shared = width > 0 ? (number ?? 1) : 0;
    return { shared, sharedFfn: width * shared };
  }
  const shared = number ?? 0;
  return { shared, sharedFfn: shared * expertFfn };
}

function denseLayers(config: ConfigReader, layers: number): number {
  const first = config.optional("first_k_dense_replace") ?? 0;
  // Qwen counts from one ("every second layer" is 1, 3, 5 …), as Llama 4 does; DeepSeek from zero.
  const step = config.optional("decoder_sparse_step", "interleave_moe_layer_step") ?? 1;
  const frequencies = config.list("moe_layer_freq");
  const every = frequencies === undefined ? (config.optional("moe_layer_freq") ?? 1) : 1;
  const denseByName = config.list("mlp_only_layers") ?? [];
  let dense = 0;
  for (let layer = 0; layer < layers; layer += 1) {
    const sparse =
      layer >= first &&
      (layer + 1) % Math.max(1, step) === 0 &&
      layer % Math.max(1, every) === 0 &&
      frequencies?.[layer] !== 0 &&
      !denseByName.includes(layer);
    if (!sparse) dense += 1;
  }
  return dense;
}
