import { isMapping } from "../input/mapping.ts";
import { PRECISIONS } from "../units/precision.ts";
import { CONFIDENCES, present, profileFields } from "./profile-fields.ts";
import { readTrainingStates } from "./read-training-states.ts";
import type { Stack, StackPhase } from "./types.ts";

const PHASES: readonly StackPhase[] = ["llm-inference", "inference", "training"];

/** Between 0.5 and 0.7 the measured mixtures fit alike when all stacks share one value (serving points, offline runs). */
const DEFAULT_EXPERT_SHARE = 0.6;

/** A small NCCL all-reduce inside a node takes 10–20 µs, most of it launch and synchronisation (measurements/operators.csv). */
const DEFAULT_COLLECTIVE_OVERHEAD = 8e-6;

/**
 * Software stack of a profile (profiles/stacks/<id>.yaml, valid against schemas/stack.schema.json), times in seconds.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readStack(document: unknown): Stack {
  const fields = profileFields(document);
  return {
    id: fields.text("id"),
    name: fields.text("name"),
    phases: fields.someOf("phases", PHASES),
    precisions: fields.someOf("precisions", PRECISIONS),
    weightOnly: fields.someOf("weightOnly", PRECISIONS),
    stepOverheadSeconds: fields.quantity("stepOverhead", "seconds"),
    sequenceOverheadSeconds: fields.quantityOrNull("sequenceOverhead", "seconds") ?? 0,
    kernelOverheadSeconds: fields.quantity("kernelOverhead", "seconds"),
    computeShare: fields.quantityOrNull("computeShare", "share") ?? 1,
    bandwidthShare: fields.quantityOrNull("bandwidthShare", "share") ?? 1,
    expertShare: fields.quantityOrNull("expertShare", "share") ?? DEFAULT_EXPERT_SHARE,
    collectiveOverheadSeconds:
      fields.quantityOrNull("collectiveOverhead", "seconds") ?? DEFAULT_COLLECTIVE_OVERHEAD,
    collectiveOverlap: fields.quantity("collectiveOverlap", "share"),
    ...trait(document, "tensorChunks"),
    ...readTrainingStates(fields.sectionOrNull("training")),
    continuousBatching: fields.flag("continuousBatching"),
    ...trait(document, "publishedCheckpoints"),
    ...trait(document, "expertsAcrossNodes"),
    ...trait(document, "fusedNorms"),
    ...trait(document, "halfAccumulation"),
    ...trait(document, "vectorOnly"),
    ...trait(document, "contextParallel"),
    ...trait(document, "portedAttention"),
    ...present("scoreBytes", fields.countOrNull("scoreBytes")),
    ...present("mostSequences", fields.countOrNull("mostSequences")),
    ...present("narrowOpsPerCycle", fields.countOrNull("narrowOpsPerCycle")),
    ...present("halfBusyCores", fields.countOrNull("halfBusyCores")),
    usableMemoryShare: fields.quantity("usableMemory", "share"),
    ...present("cacheShareOfFree", fields.quantityOrNull("cacheOfFree", "share")),
    maturity: fields.quantity("maturity", "share"),
    maturityReason: fields.text("maturityReason"),
    source: fields.text("source"),
    confidence: fields.oneOf("confidence", CONFIDENCES),
    note: fields.textOrNull("note"),
  };
}

type Trait =
  | "publishedCheckpoints"
  | "expertsAcrossNodes"
  | "fusedNorms"
  | "halfAccumulation"
  | "tensorChunks"
  | "vectorOnly"
  | "contextParallel"
  | "portedAttention";

/** A trait that most stacks lack and leave out. */
function trait<K extends Trait>(document: unknown, key: K): { [key in K]?: true } {
  const found: { [key in K]?: true } = {};
  if (isMapping(document) && document[key] === true) found[key] = true;
  return found;
}
