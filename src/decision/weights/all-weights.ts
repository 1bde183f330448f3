import { bestWorst } from "./best-worst.ts";
import { cilos } from "./cilos.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { critic } from "./critic.ts";
import { direct } from "./direct.ts";
import type { Elicitation } from "./elicitation.ts";
import { entropy } from "./entropy.ts";
import { idocriw } from "./idocriw.ts";
import { merec } from "./merec.ts";
import { pairwise } from "./pairwise.ts";
import { rankOrder } from "./rank-order.ts";
import { standardDeviation } from "./standard-deviation.ts";
import { gini } from "./gini.ts";
import { swing } from "./swing.ts";

/** Ways to ask for weights, in the order of the documentation. */
export const ELICITATIONS: readonly Elicitation[] = [direct, swing, rankOrder, pairwise, bestWorst];

/** Weights from the data, for comparison only. */
export const COMPARISONS: readonly ComparisonWeights[] = [
  entropy,
  critic,
  merec,
  standardDeviation,
  gini,
  cilos,
  idocriw,
];

/** Those that stand beside the stated weights when the file names none. */
export const DEFAULT_COMPARISONS: readonly ComparisonWeights[] = [entropy, critic, merec];
