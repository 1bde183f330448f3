import type { Place } from "../types.ts";

/** Figures by metric id, in SI; null for a figure that is said to be missing. */
export type GivenFigures = Readonly<Record<string, number | null>>;

export interface PolicyTest {
  name: string;
  /** Metric id → figure of the spec. */
  given: GivenFigures;
  /** Chip id → figures. */
  chips: Readonly<Record<string, GivenFigures>>;
  /** Null where the test has no baseline. */
  baseline: GivenFigures | null;
  workload: string | null;
  /** Null where the test does not say which ones fail. */
  fails: readonly string[] | null;
  passes: readonly string[];
  place: Place;
}

export interface PolicyTestFile {
  /** As written: a preset, or a file relative to the test file. */
  policy: string;
  policyPlace: Place;
  tests: readonly PolicyTest[];
}
