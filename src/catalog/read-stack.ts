import { PRECISIONS } from "../units/precision.ts";
import { CONFIDENCES, profileFields } from "./profile-fields.ts";
import type { Stack, StackPhase } from "./types.ts";

const PHASES: readonly StackPhase[] = ["llm-inference", "inference", "training"];

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
    kernelOverheadSeconds: fields.quantity("kernelOverhead", "seconds"),
    collectiveOverlap: fields.quantity("collectiveOverlap", "share"),
    continuousBatching: fields.flag("continuousBatching"),
    usableMemoryShare: fields.quantity("usableMemory", "share"),
    maturity: fields.quantity("maturity", "share"),
    maturityReason: fields.text("maturityReason"),
    source: fields.text("source"),
    confidence: fields.oneOf("confidence", CONFIDENCES),
    note: fields.textOrNull("note"),
  };
}
