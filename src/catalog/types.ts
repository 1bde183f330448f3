import type { Precision } from "../units/precision.ts";
import type { Evidence } from "./calibration.ts";

/**
 * What the program knows, as plain values in SI units (seconds, bytes, operations, watts, USD).
 * `null` means that nobody publishes the figure and no rule estimates it.
 */

export type ChipClass = "cpu" | "gpu" | "tpu" | "asic" | "fpga" | "npu" | "mcu";

export type Deployment =
  | "datacenter"
  | "edge-server"
  | "workstation"
  | "mobile"
  | "embedded"
  | "automotive"
  | "mcu";

/** How sure a figure is: two sources or the vendor's document; one good source; secondary; doubtful. */
export type Confidence = "certain" | "high" | "medium" | "low";

export type Availability = "sale" | "cloud" | "internal" | "device" | "licence";

export interface Link {
  name: string;
  /** Per chip and per direction. */
  bandwidthBytesPerSecond: number;
}

export interface Chip {
  id: string;
  name: string;
  vendor: string;
  class: ChipClass;
  deployment: Deployment;
  year: number;
  /** Id of the chip family whose fitted parameters apply (profiles/families). */
  family: string;
  /** Id of the system that carries the chip (profiles/systems). */
  system: string;
  /** Ids of the software stacks that run on it (profiles/stacks). */
  stacks: readonly string[];
  /** Dense peak per number format, operations per second (a multiply-accumulate is two). */
  peakOpsPerSecond: Readonly<Partial<Record<Precision, number>>>;
  /** Parallel cores that a kernel is tiled over (SM, CU, NeuronCore, TensorCore, CPU core, …). */
  cores: number | null;
  /** Engines that each take a sample of their own and share the memory; absent where all cores work on every sample. */
  engines?: number;
  /** Samples that an INT8 pass always carries, empty or not (BM1684 packs four to a word); absent means one. */
  int8Lanes?: number;
  /** FP16 multiplies that also accumulate in FP16, times as fast as the peak says (GeForce: 2); absent means as fast. */
  halfAccumulationGain?: number;
  clockHz: number | null;
  /** Whether the matrix unit skips the zeros of weights pruned to a fixed pattern (2:4 and its kin). */
  structuredSparsity: boolean;
  memory: {
    type: string | null;
    /** Off-chip memory, or on-chip memory where there is no other. */
    capacityBytes: number | null;
    bandwidthBytesPerSecond: number | null;
    /** True when weights and activations have no home outside the die. */
    onChipOnly: boolean;
  };
  onChipBytes: number | null;
  lastLevelCacheBytes: number | null;
  tdpWatts: number | null;
  idleWatts: number | null;
  /** Chips joined at full scale-up bandwidth; `domainChips` is 1 for a chip that has only its host bus. */
  scaleUp: (Link & { domainChips: number }) | null;
  scaleOut: Link | null;
  hostLink: Link | null;
  formFactor: string | null;
  /** Who can have it: anyone who pays, renters only, its maker's own sites, inside a device, or as a design to license. */
  availability: Availability;
  process: {
    nodeNanometres: number | null;
    name: string | null;
    foundry: string | null;
    dieAreaSquareMillimetres: number | null;
    diesPerPackage: number | null;
    transistors: number | null;
  };
  /** Purchase price of one chip, card or board. */
  priceUsd: number | null;
  rentUsdPerHour: number | null;
  /** Functional-safety claim as the vendor prints it, or null. */
  safety: string | null;
  confidence: Confidence;
  /** False when every figure rests on a recalled datasheet that nobody has re-read. */
  verified: boolean;
  /** Names of the fields above that the estimation rule filled (dotted, e.g. "memory.bandwidthBytesPerSecond"). */
  estimated: readonly string[];
  note: string | null;
}

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
}

interface ModelCommon {
  id: string;
  name: string;
  family: string;
  task: string;
  parameters: number;
  /** Parameters that one token or sample touches. */
  activeParameters: number;
  maxContextTokens: number | null;
  /** Multiply-accumulates of one sample as published, for checking the lowering; null when nobody says. */
  publishedMacs: number | null;
  confidence: Confidence;
  verified: boolean;
  estimated: readonly string[];
  note: string | null;
}

/** Autoregressive language model. */
export interface DecoderModel extends ModelCommon {
  kind: "decoder";
  shape: TransformerShape;
}

/** One pass over a fixed or given number of tokens: BERT, embeddings, vision transformers, wav2vec. */
export interface EncoderModel extends ModelCommon {
  kind: "encoder";
  shape: TransformerShape;
  /** Tokens of one sample when the input fixes it (image patches); null for text. */
  tokensPerSample: number | null;
  /** Layers that turn the input into tokens (patch embedding, convolutional stem), as blocks. */
  stem: readonly Block[];
  /** One sample as the stem receives it; absent without a stem. */
  input?: BlocksModel["input"];
}

/** Encoder over the input and an autoregressive decoder with cross-attention: T5, Whisper. */
export interface EncoderDecoderModel extends ModelCommon {
  kind: "encoder-decoder";
  encoder: TransformerShape;
  decoder: TransformerShape;
  /** Encoder tokens of one sample when the input fixes it (1500 for 30 s of Whisper audio). */
  tokensPerSample: number | null;
  stem: readonly Block[];
  /** One sample as the stem receives it; absent without a stem. */
  input?: BlocksModel["input"];
}

/** A network given as a list of blocks over a tensor: convolution networks, detectors, U-Nets, Evoformer, RNN. */
export interface BlocksModel extends ModelCommon {
  kind: "blocks";
  input: { channels: number; height: number; width: number; depth: number };
  blocks: readonly Block[];
}

/** Iterated denoiser with text encoders before it and an image decoder after it. */
export interface DiffusionModel extends ModelCommon {
  kind: "diffusion";
  denoiser:
    | {
        kind: "transformer";
        shape: TransformerShape;
        imageTokens: number;
        textTokens: number;
        /** Layers that hold a second set of weights, of the same shape, for the text tokens (MMDiT); absent means none. */
        doubleStreamLayers?: number;
      }
    | { kind: "blocks"; input: BlocksModel["input"]; blocks: readonly Block[] };
  defaultSteps: number;
  /** Denoiser calls per step (2 with classifier-free guidance). */
  callsPerStep: number;
  /** Parameters of the text encoders and of the image decoder, resident beside the denoiser. */
  companionParameters: number;
  /** Multiply-accumulates of text encoders and image decoder for one image. */
  companionMacs: number;
}

/** Embedding tables, an interaction and small dense networks: DLRM. */
export interface RecommenderModel extends ModelCommon {
  kind: "recommender";
  embeddingParameters: number;
  embeddingDim: number;
  /** Table rows read for one sample. */
  lookupsPerSample: number;
  /** Widths of the dense networks, input first. */
  bottomMlp: readonly number[];
  topMlp: readonly number[];
  /** Cross network of DCNv2: layers and low-rank width, or null for the dot interaction. */
  cross: { layers: number; rank: number; width: number } | null;
}

export type Model =
  | DecoderModel
  | EncoderModel
  | EncoderDecoderModel
  | BlocksModel
  | DiffusionModel
  | RecommenderModel;

/**
 * One building block as it is written in a model profile. Its `type` names a block of `src/workload/blocks/`,
 * which expands it to layers; the other keys are that block's parameters.
 */
export interface Block {
  readonly type: string;
  readonly [parameter: string]:
    | number
    | string
    | boolean
    | readonly number[]
    | readonly Block[]
    | undefined;
}

/** The machine round the chip: how many share which link, and what the rest of the box costs and draws. */
export interface System {
  id: string;
  name: string;
  kind: "server" | "rack-scale" | "pod" | "workstation" | "board" | "device";
  /** Chips in one host (one operating system). */
  chipsPerNode: number;
  /** Chips in the largest scale-up domain that the system offers, at the chip's scale-up bandwidth. */
  scaleUpChips: number;
  /** How the scale-up domain is wired; decides the algorithm and bandwidth of collectives. */
  topology: "switch" | "mesh" | "ring" | "torus-2d" | "torus-3d" | "bus" | "none";
  /** Latency of one hop in the scale-up domain. */
  scaleUpLatencySeconds: number;
  /** Network between nodes, per chip and direction; null when the system cannot be clustered. */
  scaleOut: (Link & { latencySeconds: number; maxChips: number }) | null;
  /** Rest of the node, per chip: CPU host, memory, fans, network card, switch. */
  hostWattsPerChip: number;
  hostUsdPerChip: number;
  /** Smallest number of chips that can be bought, and that can be rented, at a time. */
  minimumChipsOwned: number;
  minimumChipsRented: number;
  /** Facility power over equipment power where such a system stands (1 for a board or a device). */
  powerUsageEffectiveness: number;
  source: string;
  confidence: Confidence;
  estimated: readonly string[];
  note: string | null;
}

export type StackPhase = "llm-inference" | "inference" | "training";

/** What runs models on a chip: kernels and runtime. Times are per step and per kernel. */
/** Number formats of what a trainer keeps beside 16-bit weights. */
export interface TrainingStates {
  /** In which gradients are summed, over micro-batches and over replicas. */
  gradients: Precision;
  /** That its Adam can keep both moments in. */
  optimizerStates: readonly Precision[];
}

export interface Stack {
  id: string;
  name: string;
  phases: readonly StackPhase[];
  /** Formats that its kernels support for weights × activations; "w4a16" style pairs as weightOnly. */
  precisions: readonly Precision[];
  /** Weight formats with activations left at 16 bits (GPTQ, AWQ, GGUF). */
  weightOnly: readonly Precision[];
  /** Fixed host time of one step (scheduling, sampling, launch of a graph). */
  stepOverheadSeconds: number;
  /** Host time of one sequence (or sample) in one step: sampling, detokenising, bookkeeping. */
  sequenceOverheadSeconds: number;
  /** Extra time of each kernel that is launched one by one; 0 where a step is one captured graph or one static program. */
  kernelOverheadSeconds: number;
  /** What its kernels reach of what the chip family's best reach: arithmetic, memory bandwidth; 1 is as good. */
  computeShare: number;
  bandwidthShare: number;
  /** What its grouped multiplies of a mixture's experts reach of one plain multiply: some experts get many rows and some few. */
  expertShare: number;
  /** Time to start one collective, besides the hops that its bytes take: kernel launch and synchronisation. */
  collectiveOverheadSeconds: number;
  /** Share of collective time that the stack hides behind compute, 0..1. */
  collectiveOverlap: number;
  /** In which formats it trains; absent means 16-bit gradients and optimizer states in FP32. */
  training?: TrainingStates;
  /** Tensor-parallel collectives go in chunks, behind the multiplies; absent means that the multiplies wait for them. */
  tensorChunks?: boolean;
  /** Continuous batching and paged KV cache. */
  continuousBatching: boolean;
  /** Leaves matrix tiles of CPUs (AMX) idle and multiplies on their vector units; absent means that it uses them. */
  vectorOnly?: boolean;
  /** Multiplies FP16 with FP16 accumulators where that is faster; absent means that it keeps FP32. */
  halfAccumulation?: boolean;
  /** Largest share of memory that weights and cache may take. */
  usableMemoryShare: number;
  /** Share that the cache takes of what the weights leave of that, 0..1; absent means all of it. */
  cacheShareOfFree?: number;
  /** Serves long prompts by chips that share the tokens of each; absent means that it cannot. */
  contextParallel?: boolean;
  /** Attention by kernels of an earlier generation of chips (FlashAttention 2 on Hopper); absent means kernels of the chip's own. */
  portedAttention?: boolean;
  /** Sequences that its scheduler runs at once by default; absent means 1,024. */
  mostSequences?: number;
  /** Operations that its 8-bit and narrower multiplies do in a cycle of a CPU core, however wide its units are; absent means no such limit. */
  narrowOpsPerCycle?: number;
  /** Cores of a CPU at which its kernels keep half of the cores busy; absent means that they keep all busy. */
  halfBusyCores?: number;
  /** Bytes that go to and from memory for each attention score; absent means that attention is fused and they stay in registers. */
  scoreBytes?: number;
  /** 0..1: documentation, model coverage, years in production, community. Reasoned in `maturityReason`. */
  maturity: number;
  maturityReason: string;
  source: string;
  confidence: Confidence;
  note: string | null;
}

/**
 * Parameters that physics does not give, per chip family: eight, fitted on measurements where there are some.
 * A family without measurements inherits `parent` (its class) and says so.
 */
export interface Family {
  id: string;
  name: string;
  class: ChipClass;
  parent: string | null;
  /** Share of the dense peak that a large, well-shaped matrix multiply reaches, 0..1. */
  matmulShare: number;
  /** Share of peak memory bandwidth that a large stream reaches, 0..1. */
  bandwidthShare: number;
  /** What elementwise kernels reach of the FP32 vector peak and of the bandwidth that multiplies sustain, 0..1. */
  vectorShare: number;
  /** What fused attention reaches of a plain multiply, 0..1. */
  attentionShare: number;
  /** What an 8-bit multiply reaches of its peak against what a 16-bit one reaches of its own; squared at 4 bits. */
  narrowShare: number;
  /** Output tile of one core (rows, columns) and depth granule of its matrix unit. */
  tileRows: number;
  tileColumns: number;
  tileDepth: number;
  /** Share of the matrix rate that depthwise and small-channel convolutions reach, 0..1. */
  depthwiseShare: number;
  /** Share of the bandwidth of its links, to chips and to the network, that collectives sustain, 0..1. */
  linkShare: number;
  /** Time to start one kernel or layer on the chip. */
  launchSeconds: number;
  /** Board power for each vector TFLOP/s (FP32) at which long multiplies hold the boost clock; absent where nobody knows. */
  fullClockWatts?: number;
  /** What attention kernels written for the generation before reach of those written for this one, 0..1; absent where they are the same. */
  portedAttentionShare?: number;
  /** "fitted", "published" (from named facts) or "inherited". */
  basis: "fitted" | "published" | "inherited";
  source: string;
  confidence: Confidence;
  note: string | null;
}

export interface CloudPrice {
  chip: string;
  chipsPerInstance: number;
  instance: string;
  cloud: string;
  region: string | null;
  usdPerChipHour: number;
  spotUsdPerChipHour: number | null;
  date: string;
  source: string;
}

/** Electricity of a place. */
export interface Grid {
  id: string;
  name: string;
  /** CO2 equivalents by place of consumption, whatever the contracts say. */
  gramsPerKilowattHour: number;
  /** Year of the figure: factors of different years and methods differ by up to two. */
  year: number;
  source: string;
}

/** A field of use with what matters in it. */
export interface Application {
  id: string;
  name: string;
  /** Points of 100 by criterion, each with its reason in a sentence. */
  weights: readonly { criterion: string; weight: number; reason: string }[];
}

export interface Catalog {
  chips: readonly Chip[];
  models: readonly Model[];
  systems: readonly System[];
  stacks: readonly Stack[];
  families: readonly Family[];
  cloudPrices: readonly CloudPrice[];
  /** Absent where nobody needs them: a catalogue made by hand. */
  grids?: readonly Grid[];
  applications?: readonly Application[];
  /** Rows behind the fitted parameters and the errors to expect; null or absent where nothing was fitted. */
  evidence?: Evidence | null;
}
