import type { FigureReader } from "./read-figures.ts";
import type {
  AttentionSpan,
  LatentAttention,
  LinearAttention,
  MixtureOfExperts,
  SparseIndexer,
  TransformerShape,
  WidePart,
} from "./types.ts";

const WIDE_PARTS: readonly WidePart[] = [
  "attention-inputs",
  "attention-output",
  "shared-experts",
  "dense-layers",
];

/**
 * A transformer as a profile describes it. Left out: key/value heads equal the heads, a head is hidden / heads wide,
 * the plain feed-forward network is 4 × hidden wide (none where every layer has experts), all attention is full.
 */
export function readTransformerShape(figures: FigureReader): TransformerShape {
  const layers = figures.countOr("layers", 0);
  const hidden = figures.countOr("hidden", 0);
  const heads = figures.countOr("heads", 1);
  const span = readSpan(figures.section("span"), layers);
  const experts = readExperts(figures.section("experts"));
  const latent = readLatent(figures.section("latent"));
  const linear = readLinear(figures.section("linear"));
  const indexer = readIndexer(figures.section("indexer"));
  const wide = WIDE_PARTS.filter((part) => figures.list("fourBitWide").includes(part));
  const latentHead = latent === null ? null : latent.nopeDim + latent.ropeDim;
  const dense = experts === null || experts.denseLayers > 0;
  return {
    layers,
    hidden,
    heads,
    keyValueHeads: figures.countOr("keyValueHeads", heads),
    headDim: figures.countOr("headDim", latentHead ?? hidden / heads),
    ffn: figures.countOr("ffn", dense ? 4 * hidden : 0),
    gated: figures.flag("gated"),
    vocabulary: figures.countOr("vocabulary", 0),
    tiedEmbeddings: figures.flag("tiedEmbeddings"),
    experts,
    latent,
    span,
    ...(linear === null ? {} : { linear }),
    ...(indexer === null ? {} : { indexer }),
    ...(wide.length === 0 ? {} : { fourBitWide: wide }),
  };
}

function readSpan(figures: FigureReader | null, layers: number): AttentionSpan {
  const windowLayers = figures?.countOr("windowLayers", 0) ?? 0;
  const linearLayers = figures?.countOr("linearLayers", 0) ?? 0;
  const noneLayers = figures?.countOr("noneLayers", 0) ?? 0;
  return {
    fullLayers: layers - windowLayers - linearLayers - noneLayers,
    windowLayers,
    windowTokens: figures?.countOr("windowTokens", 0) ?? 0,
    linearLayers,
    noneLayers,
    sparseTopTokens: figures?.count("sparseTopTokens") ?? null,
  };
}

function readExperts(figures: FigureReader | null): MixtureOfExperts | null {
  if (figures === null) return null;
  const sharedExperts = figures.countOr("shared", 0);
  const expertFfn = figures.countOr("ffn", 0);
  return {
    experts: figures.countOr("count", 1),
    expertsPerToken: figures.countOr("perToken", 1),
    sharedExperts,
    expertFfn,
    sharedFfn: figures.countOr("sharedFfn", sharedExperts * expertFfn),
    denseLayers: figures.countOr("denseLayers", 0),
  };
}

function readLatent(figures: FigureReader | null): LatentAttention | null {
  if (figures === null) return null;
  return {
    queryRank: figures.countOr("queryRank", 0),
    keyValueRank: figures.countOr("keyValueRank", 0),
    ropeDim: figures.countOr("ropeDim", 0),
    nopeDim: figures.countOr("nopeDim", 0),
    valueDim: figures.countOr("valueDim", 0),
  };
}

function readIndexer(figures: FigureReader | null): SparseIndexer | null {
  if (figures === null) return null;
  return { heads: figures.countOr("heads", 1), headDim: figures.countOr("headDim", 1) };
}

function readLinear(figures: FigureReader | null): LinearAttention | null {
  if (figures === null) return null;
  return {
    keyHeads: figures.countOr("keyHeads", 1),
    keyDim: figures.countOr("keyDim", 1),
    valueHeads: figures.countOr("valueHeads", 1),
    valueDim: figures.countOr("valueDim", 1),
  };
}
