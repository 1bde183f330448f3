import type { Block, Document } from "../document.ts";
import { shellWord } from "../shell-word.ts";
import { justification } from "./justification.ts";
import { dominance, excluded, ranking, verdict } from "./ranking.ts";
import { robustness } from "./robustness.ts";
import type { RankResult } from "./types.ts";
import { ranked, type RankView } from "./view.ts";
import { doubleCounting, weights } from "./weights.ts";
import { witnesses } from "./witnesses.ts";

export function rankDocument(result: RankResult, view: RankView): Document {
  // A single alternative comes first by every method and in every draw.
  const hasRivals = ranked(result).length > 1;
  return {
    blocks: [
      ...verdict(result),
      ...ranking(result, view),
      ...justification(result),
      ...excluded(result),
      ...dominance(result),
      ...weights(result),
      ...(hasRivals ? [...witnesses(result), ...robustness(result, view)] : []),
      ...doubleCounting(result),
      ...remarks(result, view),
    ],
  };
}

function remarks({ warnings, matrix }: RankResult, { source, all }: RankView): Block[] {
  const blocks: Block[] = [];
  if (warnings.length > 0) {
    blocks.push(
      { kind: "heading", text: "Mind" },
      {
        kind: "list",
        items: warnings.map((text) => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}.`),
      },
    );
  }
  if (matrix.source !== null) {
    blocks.push({
      kind: "paragraph",
      text: `Source of the figures: ${matrix.source}`,
      tone: "muted",
    });
  }
  blocks.push(
    all
      ? { kind: "next", why: "What a term means", command: "chipselect explain SMAA-2" }
      : {
          kind: "next",
          why: "Everything",
          command: `chipselect rank ${shellWord(source)} --all --wide`,
        },
  );
  return blocks;
}
