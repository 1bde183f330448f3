import type { Chip } from "../../catalog/types.ts";
import type { Workload } from "../../input/workload-types.ts";
import type { Outcome } from "../metrics/metric.ts";

/** A workload as policies and reports name it. */
export interface NamedWorkload {
  /** File name without .yaml. */
  id: string;
  file: string;
  workload: Workload;
}

/** Where figures come from. The app simulates; a test of a policy hands in what it wants to see judged. */
export interface Laboratory {
  /** What becomes of the chip on the workload; no other chip is simulated. */
  alone: (chip: Chip, workload: NamedWorkload) => Outcome;
  /** The same with its rank among all chips of the catalogue. */
  among: (chip: Chip, workload: NamedWorkload) => Outcome;
  /** The chip of the catalogue with that id. */
  chip: (id: string) => Chip | null;
}

/** Figures of an earlier run: of the spec itself (workload null) or on a workload; undefined where it has none. */
export type BaselineFigure = (
  spec: string,
  workload: string | null,
  metric: string,
) => number | null | undefined;
