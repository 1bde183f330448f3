import type { Confidence } from "./confidence.ts";

export interface Link {
  name: string;
  /** Per chip and per direction. */
  bandwidthBytesPerSecond: number;
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
