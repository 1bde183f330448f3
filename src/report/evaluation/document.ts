import type { Document } from "../document.ts";
import type { EvaluationResult } from "../types.ts";
import { bounds } from "./bounds.ts";
import { exclusions } from "./exclusions.ts";
import { footnotes, nextCommand } from "./footnotes.ts";
import { uncertainty } from "./intervals.ts";
import { justification } from "./justification.ts";
import { ranking } from "./ranking.ts";
import { recommendation } from "./recommendation.ts";
import type { EvaluationView } from "./view.ts";

export function evaluationDocument(result: EvaluationResult, view: EvaluationView): Document {
  return {
    title: result.workload.name,
    blocks: [
      ...recommendation(result),
      ...ranking(result, view),
      ...justification(result),
      ...bounds(result),
      ...uncertainty(result),
      ...exclusions(result, view),
      ...footnotes(result, view),
      ...nextCommand(result, view),
    ],
  };
}
