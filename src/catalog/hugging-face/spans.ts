import type { ConfigReader } from "./config-reader.ts";

/** Layers that see a window, keep a constant state, or have no attention; as in a profile's `span`. */
export interface SpanFigures {
  windowLayers?: number;
  windowTokens?: number;
  linearLayers?: number;
  noneLayers?: number;
  sparseTopTokens?: number;
}

/** How a model type places its windowed layers when the file has no `layer_types`. */
export type WindowPattern = "all" | "alternating" | "every-nth-full" | "from-layer" | "none";

/** Llama 4: every fourth layer is global, without rotary positions. */
const LLAMA4_GLOBAL_INTERVAL = 4;

export function spanFigures(
  config: ConfigReader,
  layers: number,
  pattern: WindowPattern,
): SpanFigures {
  const sparse = config.optional("index_topk");
  return {
    ...(layerTypeSpan(config) ?? hybridSpan(config, layers) ?? windowSpan(config, layers, pattern)),
    ...(sparse === undefined ? {} : { sparseTopTokens: sparse }),
  };
}

function layerTypeSpan(config: ConfigReader): SpanFigures | undefined {
  const types = config.list("layer_types");
  if (types === undefined) return undefined;
  const count = (...names: string[]): number =>
    types.filter((type) => typeof type === "string" && names.includes(type)).length;
  const windowTokens = config.optional("sliding_window", "attention_chunk_size");
  const windowLayers = windowTokens ? count("sliding_attention", "chunked_attention") : 0;
  const linearLayers = count("linear_attention");
  return {
    ...(windowLayers > 0 && windowTokens ? { windowLayers, windowTokens } : {}),
    ...(linearLayers > 0 ? { linearLayers } : {}),
  };
}

function hybridSpan(config: ConfigReader, layers: number): SpanFigures | undefined {
  const interval = config.optional("full_attention_interval");
  if (interval) return { linearLayers: layers - Math.floor(layers / interval) };
  // Nemotron-H: one letter a layer; M is Mamba-2, * attention, E experts, - a dense network.
  const pattern = config.text("hybrid_override_pattern");
  if (pattern === undefined) return undefined;
  return {
    linearLayers: pattern.replaceAll(/[^M]/g, "").length,
    noneLayers: pattern.replaceAll(/[^E-]/g, "").length,
  };
}

function windowSpan(config: ConfigReader, layers: number, pattern: WindowPattern): SpanFigures {
  const chunk = config.optional("attention_chunk_size");
  if (chunk) {
    const rotary = config.list("no_rope_layers")?.filter((flag) => flag === 1).length;
    const local = rotary || layers - Math.floor(layers / LLAMA4_GLOBAL_INTERVAL);
    return { windowLayers: local, windowTokens: chunk };
  }
  const windowTokens = config.optional("sliding_window");
  if (!windowTokens || config.flag("use_sliding_window") === false) return {};
  const windowLayers = windowedLayers(config, layers, pattern);
  return windowLayers > 0 ? { windowLayers, windowTokens } : {};
}

function windowedLayers(config: ConfigReader, layers: number, pattern: WindowPattern): number {
  switch (pattern) {
    case "all":
      return layers;
    case "alternating":
      return Math.ceil(layers / 2);
    case "every-nth-full": {
      const interval = config.optional("sliding_window_pattern", "_sliding_window_pattern");
      return interval ? layers - Math.floor(layers / interval) : layers;
    }
    case "from-layer":
      return Math.max(0, layers - (config.optional("max_window_layers") ?? 0));
    default:
      return 0;
  }
}
