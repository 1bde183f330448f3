import type { Evidence } from "./calibration.ts";
import type { Application } from "./types/application.ts";
import type { Chip } from "./types/chip.ts";
import type { Family } from "./types/family.ts";
import type { Model } from "./types/model.ts";
import type { CloudPrice, Grid } from "./types/prices.ts";
import type { Stack } from "./types/stack.ts";
import type { System } from "./types/system.ts";

export type * from "./types/application.ts";
export type * from "./types/chip.ts";
export type * from "./types/confidence.ts";
export type * from "./types/family.ts";
export type * from "./types/model.ts";
export type * from "./types/prices.ts";
export type * from "./types/stack.ts";
export type * from "./types/system.ts";
export type * from "./types/transformer-shape.ts";

/**
 * What the program knows, as plain values in SI units (seconds, bytes, operations, watts, USD).
 * `null` means that nobody publishes the figure and no rule estimates it.
 */
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
