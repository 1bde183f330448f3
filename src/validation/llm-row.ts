import type { GenerativeProgram } from "../workload/program.ts";
import type { Setup } from "./clock.ts";
import type { MeasurementRow } from "./types.ts";

/** A row of a language model with everything that it says resolved. */
export interface LlmRow {
  row: MeasurementRow;
  setup: Setup & { program: GenerativeProgram };
  /** Copies of the setup that share the row's work. */
  replicas: number;
  chips: number;
  /** Mean length of prompts and answers over the stated one. */
  lengthShare: number;
}
