import type { Workload } from "../../input/workload-types.ts";
import type { Assessed } from "../assessed.ts";
import type { ReferenceFigures } from "../reference-figures.ts";
import type { ValueRange, ValueScale } from "../value-function.ts";

/** What a range may depend on: the requirement and the catalogue, never the other candidates. */
export interface CriterionContext {
  workload: Workload;
  references: ReferenceFigures;
}

/** A candidate's figure. `value` null means that there is none, which is worth as much as the worst end; `notes` say why. */
interface Measurement {
  value: number | null;
  notes: readonly string[];
}

export interface Criterion {
  id: string;
  title: string;
  unit: string;
  description: string;
  /** Whether more of the figure is better, or less. */
  direction: "max" | "min";
  scale: ValueScale;
  /** Why this value function: what makes equal steps, or equal factors, worth the same. */
  why: string;
  range(context: CriterionContext): ValueRange;
  /** Why this workload cannot be judged by this criterion; null when it can. The weight then goes to the others. */
  notApplicable?(context: CriterionContext): string | null;
  measure(candidate: Assessed, context: CriterionContext): Measurement;
}
