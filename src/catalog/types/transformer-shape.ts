export interface MixtureOfExperts {
  experts: number;
  expertsPerToken: number;
  sharedExperts: number;
  /** Inner width of one routed expert. */
  expertFfn: number;
  /** Total inner width of the shared experts (0 when there are none). */
  sharedFfn: number;
  /** Layers whose feed-forward network is dense. */
  denseLayers: number;
}

/** Multi-head latent attention: one compressed vector is cached instead of keys and values. */
export interface LatentAttention {
  queryRank: number;
  keyValueRank: number;
  ropeDim: number;
  nopeDim: number;
  valueDim: number;
}

/** Which layers look at everything, at a window, or keep a constant state. Counts add up to `layers`. */
export interface AttentionSpan {
  fullLayers: number;
  windowLayers: number;
  /** Tokens that a windowed layer sees; 0 when there is none. */
  windowTokens: number;
  /** Layers with a constant-size recurrent state (linear attention, Mamba-2, DeltaNet). */
  linearLayers: number;
  /** Layers that are feed-forward only (hybrid patterns such as Nemotron 3); where there are any, no other layer has a feed-forward network. */
  noneLayers: number;
  /** Sparse attention reads at most this many cached tokens in a full layer; null when dense. */
  sparseTopTokens: number | null;
}

/**
 * Recurrent layers: Gated DeltaNet, Kimi delta attention, Mamba-2 (there the key heads are the groups and the key
 * width is the state size). The state of one layer has valueHeads × valueDim × keyDim elements per sequence.
 */
export interface LinearAttention {
  keyHeads: number;
  keyDim: number;
  valueHeads: number;
  valueDim: number;
}

/** Small queries and keys by which sparse attention chooses the tokens that it reads. */
export interface SparseIndexer {
  heads: number;
  headDim: number;
}

/** Parts of a decoder that its published 4-bit checkpoints leave in 16 bits, as every one leaves embedding and head. */
export type WidePart = "attention-inputs" | "attention-output" | "shared-experts" | "dense-layers";

export interface TransformerShape {
  layers: number;
  hidden: number;
  heads: number;
  keyValueHeads: number;
  headDim: number;
  ffn: number;
  /** Gated (SwiGLU) feed-forward networks have three matrices, plain ones two. */
  gated: boolean;
  vocabulary: number;
  tiedEmbeddings: boolean;
  experts: MixtureOfExperts | null;
  latent: LatentAttention | null;
  span: AttentionSpan;
  /** What chooses the `span.sparseTopTokens`; absent where attention is dense, or nobody says. */
  indexer?: SparseIndexer;
  /** Size of the `span.linearLayers`; absent where nobody says, then as wide as the attention heads. */
  linear?: LinearAttention;
  /** What 4-bit checkpoints leave in 16 bits; absent where they narrow all layers. */
  fourBitWide?: readonly WidePart[];
}
