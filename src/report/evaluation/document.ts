import type { Document } from "../document.ts";
import type { EvaluationResult } from "../types.ts";
import { assumptions } from "./assumptions.ts";
import { bounds } from "./bounds.ts";
import { exclusions } from "./exclusions.ts";
import { flips } from "./flips.ts";
import { footnotes, nextCommand } from "./footnotes.ts";
import { uncertainty } from "./intervals.ts";
import { justification } from "./justification.ts";
import { otherMethods } from "./other-methods.ts";
import { ranking } from "./ranking.ts";
import { recommendation } from "./recommendation.ts";
import type { EvaluationView } from "./view.ts";
import { waterfall } from "./waterfall.ts";

export function evaluationDocument(result: EvaluationResult, view: EvaluationView): Document {
  return {
    title: result.workload.name,
    blocks: [
      ...recommendation(result),
      ...ranking(result, view),
      ...justification(result),
      // A table of its own where the question is what would change the winner; a line elsewhere.
      ...(result.recommendation?.assumptions === undefined ? [] : waterfall(result)),
      ...assumptions(result),
      ...flips(result),
      ...otherMethods(result),
      ...bounds(result),
      ...uncertainty(result),
      ...exclusions(result, view),
      ...footnotes(result, view),
      ...nextCommand(result, view),
    ],
  };
}
