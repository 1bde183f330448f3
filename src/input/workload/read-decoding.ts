import type { InferenceTask, Speculation } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { fieldsAt, has } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";
import { readModelReference } from "./read-model-reference.ts";

/** What a task says of how its tokens are computed: caches of prefixes, speculation, pools for prefill and decode. */
export function readDecoding(
  context: Context,
  task: Fields,
): Pick<InferenceTask, "prefixHitRate" | "speculation" | "disaggregation"> {
  const prefix = fieldsAt(task, "prefixCache");
  return {
    prefixHitRate: quantityAt(context, prefix, "hitRate", BOUNDS.prefixHitRate) ?? 0,
    speculation: has(task, "speculation")
      ? readSpeculation(context, fieldsAt(task, "speculation"))
      : null,
    disaggregation: task.values["disaggregation"] === true,
  };
}

/** The word in the place of a model for the model's own multi-token prediction head. */
const OWN_HEAD = "prediction-head";

function readDraft(context: Context, fields: Fields): Speculation["draft"] {
  if (!has(fields, "draft")) return null;
  return fields.values["draft"] === OWN_HEAD
    ? { kind: OWN_HEAD }
    : readModelReference(context, fields, "draft");
}

function readSpeculation(context: Context, fields: Fields): Speculation {
  const tokens = quantityAt(context, fields, "tokens", BOUNDS.draftTokens, { things: ["token"] });
  return {
    draft: readDraft(context, fields),
    tokens: tokens ?? 1,
    acceptance: quantityAt(context, fields, "acceptance", BOUNDS.acceptance) ?? 0,
  };
}
