import type { ChipClass } from "./chip.ts";
import type { Confidence } from "./confidence.ts";

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
  /** Since when new releases of its makers' software leave these chips out, and which; absent while they do not. */
  supportEnd?: { date: string; reason: string };
  /** A compiler lays the whole network out on the die and cuts what is larger into contexts, loaded one after the other. */
  contexts?: boolean;
  /** "fitted", "published" (from named facts) or "inherited". */
  basis: "fitted" | "published" | "inherited";
  source: string;
  confidence: Confidence;
  note: string | null;
}
