import type { ValidationResult } from "../../validation/types.ts";
import type { Block, Document } from "../document.ts";
import { apartBlocks, groupBlocks } from "./groups.ts";
import { excludedBlocks, skippedBlocks } from "./left-out.ts";
import { rowBlocks } from "./rows.ts";
import { scatterBlocks } from "./scatter.ts";
import { summaryBlocks } from "./summary.ts";
import type { ValidationView } from "./view.ts";

export function validationDocument(result: ValidationResult, view: ValidationView): Document {
  return {
    title: "Predictions against measurements",
    blocks: [
      ...summaryBlocks(result),
      ...scatterBlocks(result, view),
      ...groupBlocks(result, view),
      ...apartBlocks(result),
      ...skippedBlocks(result, view),
      ...excludedBlocks(result, view),
      ...rowBlocks(result, view),
      ...meaning(result),
    ],
  };
}

/** What the columns mean, once, below all the tables that share them. */
function meaning({ summary }: ValidationResult): Block[] {
  if (summary.rows === 0) return [];
  const text =
    "Error: max(predicted ÷ measured, measured ÷ predicted) − 1. Ratio: predicted ÷ measured. Order: pairs of chips put in the right order. Crude: a roofline with two constants. Inside: measurements inside the 80 % interval of their prediction.";
  return [
    { kind: "paragraph", text, tone: "muted" },
    { kind: "next", why: "More on a term", command: "chipselect explain 'error factor'" },
  ];
}
