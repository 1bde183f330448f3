import type { Precision } from "../../units/precision.ts";
import type { Confidence } from "./confidence.ts";
import type { Link } from "./system.ts";

export type ChipClass = "cpu" | "gpu" | "tpu" | "asic" | "fpga" | "npu" | "mcu";

export type Deployment =
  | "datacenter"
  | "edge-server"
  | "workstation"
  | "mobile"
  | "embedded"
  | "automotive"
  | "mcu";

export type Availability = "sale" | "cloud" | "internal" | "device" | "licence";

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
  /** Month or year in which its maker stopped making it, YYYY-MM or YYYY; absent while it is made or nobody knows. */
  endOfSale?: string;
  /** Id of the place where the licence of its driver forbids its owner to run it; absent where there is no such clause. */
  licenceForbids?: string;
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
