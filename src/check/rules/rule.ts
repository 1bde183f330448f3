import type { Chip, Stack } from "../../catalog/types.ts";
import type { Path } from "../../input/path.ts";
import type { Spec } from "../spec/read-spec.ts";
import type { Level } from "../types.ts";

/** What a rule may look at. */
export interface RuleContext {
  spec: Spec;
  /** Software stacks that the spec names. */
  stacks: readonly Stack[];
  /** Chips of the catalogue, without the spec. */
  catalogue: readonly Chip[];
  /** Operations that each workload does for each byte it must read at a large batch; null where that is unknown. */
  intensities: readonly { workload: string; operationsPerByte: number | null }[];
}

export interface RuleFinding {
  /** Place in the spec file. */
  path: Path;
  part?: "key" | "value";
  message: string;
  expected: string | null;
  found: string | null;
  value: number | null;
  limit: number | null;
  unit: string;
  /** How far past the limit, relative to it; null where it is no question of more or less. */
  missedBy: number | null;
  /** The smallest change that would pass. */
  help: string | null;
}

/** One check of what a spec says about itself. A file each; the id is the file's name. */
export interface Rule {
  code: string;
  id: string;
  title: string;
  level: Exclude<Level, "off">;
  explanation: string;
  check: (context: RuleContext) => readonly RuleFinding[];
}
