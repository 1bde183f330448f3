import type { Catalog } from "../../catalog/types.ts";
import type { FlipPoint } from "../../decision/decision.ts";
import type { Workload } from "../../input/workload-types.ts";
import type { CandidateHardware } from "../../planner/candidate.ts";
import type { Plan } from "../../planner/types.ts";

/** All that a ranking depends on. */
export interface Situation {
  workload: Workload;
  catalog: Catalog;
}

/** One of the candidates that an input may belong to. */
export interface Player {
  hardware: CandidateHardware;
  plan: Plan;
}

/** A single figure that may turn out otherwise than the file or the catalogue says. */
export interface Input {
  input: FlipPoint["input"];
  /** As in `FlipPoint`. */
  path: string;
  unit: string;
  now: number;
  /** Whose figure it is; null for the workload's. Only that chip's plan has to be found anew. */
  chip: string | null;
  /** What it is ("rent") and of whom or what ("MI300X", "task chat"); null where there is only one. */
  noun: string;
  of: string | null;
  /** How far a search goes, as factors of the present value. */
  lowest: number;
  highest: number;
  /** The situation with another value of the figure and nothing else changed. */
  at(value: number): Situation;
}

/** One kind of input: those that a situation has. */
export type InputsOf = (situation: Situation, player: Player) => readonly Input[];

/** The catalogue with one chip changed. */
export function withChip(
  catalog: Catalog,
  id: string,
  change: (chip: Catalog["chips"][number]) => Catalog["chips"][number],
): Catalog {
  return {
    ...catalog,
    chips: catalog.chips.map((chip) => (chip.id === id ? change(chip) : chip)),
  };
}
