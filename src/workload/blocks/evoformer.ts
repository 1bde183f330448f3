import { attend } from "./attention.ts";
import { defineBlock } from "./block-type.ts";
import { widenAndNarrow } from "./feed-forward.ts";
import { multiply } from "./linear.ts";
import { emit } from "./network.ts";
import type { Network } from "./network.ts";
import { normalise } from "./norm.ts";
import { count, flag } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

const MSA_HEADS = 8;
const PAIR_HEADS = 4;
const PAIR_HEAD_DIM = 32;
const OUTER_CHANNELS = 32;
/** Rows of a chunk in the published configuration (subbatch_size). */
const CHUNK_ROWS = 4;
/** Times that every score is both read and written. */
const SCORE_PASSES = 3;
/** Bias, mask and scale, or maximum, exponential, sum and division, in each pass. */
const OPERATIONS_PER_SCORE = 4;

/** Gated attention within each row of a table of rows × columns positions. */
function rowAttention(
  network: Network,
  name: string,
  table: Tensor,
  figures: { rows: number; columns: number; heads: number; headDim: number },
): void {
  const { rows, columns, heads, headDim } = figures;
  const inner = heads * headDim;
  normalise(network, `${name}.norm`, table);
  multiply(network, `${name}.qkv-gate`, table, 4 * inner);
  attend(network, `${name}.scores`, {
    queries: columns,
    keys: columns,
    headDim,
    groups: rows * heads,
  });
  passOverScores(network, `${name}.softmax`, rows, heads * columns * columns);
  multiply(network, `${name}.output`, { ...table, channels: inner }, table.channels, {
    shortcut: true,
  });
}

/**
 * The published code (JAX) and OpenFold keep the scores in memory, because each has a bias of its own pair: they are
 * written by the product, read and written with bias and mask and again by the softmax, and read by the values. A few
 * rows go at a time, or the extra alignment alone would fill 24 GB.
 */
function passOverScores(network: Network, name: string, rows: number, scoresPerRow: number): void {
  const elements = network.batch * Math.min(rows, CHUNK_ROWS) * scoresPerRow;
  emit(network, {
    name,
    kind: "vector",
    count: SCORE_PASSES * Math.ceil(rows / CHUNK_ROWS),
    m: elements,
    n: 1,
    k: 1,
    groups: 1,
    operations: OPERATIONS_PER_SCORE * elements,
    weights: 0,
    activations: 2 * elements,
  });
}

/** Each pair (i, j) sums products of the edges (i, k) and (j, k) over all k, per channel: residues³ × channels. */
function triangleMultiplication(network: Network, name: string, pairs: Tensor): void {
  const { channels, height: residues } = pairs;
  normalise(network, `${name}.norm`, pairs);
  multiply(network, `${name}.edges`, pairs, 5 * channels);
  emit(network, {
    name: `${name}.product`,
    kind: "matmul",
    m: residues,
    n: residues,
    k: residues,
    groups: network.batch * channels,
    operations: 2 * network.batch * channels * residues ** 3,
    weights: 0,
    activations: 3 * network.batch * channels * residues ** 2,
  });
  normalise(network, `${name}.norm-out`, pairs);
  multiply(network, `${name}.output`, pairs, channels, { shortcut: true });
}

/** The MSA's columns i and j, averaged over sequences as an outer product, update pair (i, j). */
function outerProductMean(network: Network, msa: Tensor, pairs: Tensor): void {
  const { height: residues, width: sequences } = msa;
  const side = residues * OUTER_CHANNELS;
  multiply(network, "outer.projections", msa, 2 * OUTER_CHANNELS);
  emit(network, {
    name: "outer.product",
    kind: "matmul",
    m: side,
    n: side,
    k: sequences,
    groups: network.batch,
    operations: 2 * network.batch * side * side * sequences,
    weights: 0,
    activations: network.batch * (2 * side * sequences + side * side),
  });
  const products = { ...pairs, channels: OUTER_CHANNELS ** 2 };
  multiply(network, "outer.output", products, pairs.channels, { shortcut: true });
}

/** Jumper et al. 2021, supplementary algorithm 6; extra-MSA blocks (algorithm 18) have narrow heads. */
export const evoformer = defineBlock({
  id: "evoformer",
  description:
    "Evoformer block of AlphaFold 2. Takes an alignment: channels, residues as height, sequences as width.",
  parameters: {
    pair: count("channels of the pair representation", 128),
    headDim: count("width of one head of MSA attention", 32),
    globalColumns: flag("column attention by one mean query (extra MSA)", false),
  },
  expand({ pair, headDim, globalColumns }, msa, network) {
    const residues = msa.height;
    const sequences = msa.width;
    const pairs = { channels: pair, height: residues, width: residues, depth: 1 };
    const heads = MSA_HEADS;
    multiply(network, "rows.pair-bias", pairs, heads, { bias: false });
    rowAttention(network, "rows", msa, { rows: sequences, columns: residues, heads, headDim });
    const columns = { rows: residues, columns: sequences, heads, headDim };
    if (globalColumns) {
      // One query per column: the scores cost nothing worth counting beside the gates of all positions.
      normalise(network, "columns.norm", msa);
      multiply(network, "columns.key-value", msa, 2 * headDim);
      multiply(network, "columns.gate", msa, heads * headDim);
      const gated = { ...msa, channels: heads * headDim };
      multiply(network, "columns.output", gated, msa.channels, { shortcut: true });
    } else {
      rowAttention(network, "columns", msa, columns);
    }
    normalise(network, "transition.norm", msa);
    widenAndNarrow(network, msa, 4 * msa.channels, false);
    outerProductMean(network, msa, pairs);
    triangleMultiplication(network, "outgoing", pairs);
    triangleMultiplication(network, "incoming", pairs);
    for (const name of ["starting", "ending"]) {
      multiply(network, `${name}.bias`, pairs, PAIR_HEADS, { bias: false });
      const table = {
        rows: residues,
        columns: residues,
        heads: PAIR_HEADS,
        headDim: PAIR_HEAD_DIM,
      };
      rowAttention(network, name, pairs, table);
    }
    normalise(network, "pair-transition.norm", pairs);
    widenAndNarrow(network, pairs, 4 * pair, false);
    return msa;
  },
});
