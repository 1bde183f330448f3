import type { Path } from "../../input/path.ts";
import type { OverText } from "../../input/over/over-text.ts";
import type { OverValue } from "../../input/over/expand-values.ts";
import type { ChipField } from "./chip-fields.ts";

/** One dimension of the grid. */
export type Axis = {
  key: string;
  over: OverText;
  values: readonly OverValue[];
} & (
  | { target: "workload"; path: Path }
  | { target: "chip"; chips: readonly string[]; field: ChipField; settings: readonly ChipSetting[] }
);

export type WorkloadAxis = Extract<Axis, { target: "workload" }>;
export type ChipAxis = Extract<Axis, { target: "chip" }>;

/** A value of a chip axis in SI units, or a multiple of what each chip has. */
export type ChipSetting =
  | { kind: "value"; value: number | boolean | string }
  | { kind: "factor"; factor: number };
