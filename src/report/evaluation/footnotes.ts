import type { Block } from "../document.ts";
import type { EvaluationResult } from "../types.ts";
import { ranked } from "./ranking.ts";
import { JUSTIFIED_SHOWN, RANKED_SHOWN, type EvaluationView } from "./view.ts";
import { shellWord } from "../shell-word.ts";

/** What the marks mean, as far as they are used, and what the simulation leaves out. */
export function footnotes(result: EvaluationResult, view: EvaluationView): Block[] {
  const all = ranked(result);
  const shown = view.all ? all : all.slice(0, RANKED_SHOWN);
  const notes: string[] = [];
  if (shown.some(({ evidence }) => evidence.estimated.length > 0)) {
    notes.push("~ rests on an estimated figure; `chipselect catalog show ID` says which.");
  }
  const clipped = all
    .slice(0, JUSTIFIED_SHOWN)
    .some(({ criteria }) => criteria.some((c) => c.clipped));
  if (clipped) notes.push("* lies outside the range of its criterion and counts as its end.");
  const blocks: Block[] = notes.length === 0 ? [] : [{ kind: "list", items: notes }];
  const missing = result.recommendation?.missing ?? [];
  if (missing.length > 0) {
    blocks.push({ kind: "heading", text: "What the recommendation lacks" });
    blocks.push({ kind: "list", items: missing });
  }
  if (result.notModelled.length > 0) {
    blocks.push({ kind: "heading", text: "Not modelled" });
    blocks.push({ kind: "list", items: result.notModelled });
  }
  return blocks;
}

/** The command that a reader of this result may want next; null when nothing is there to explain. */
export function nextCommand(result: EvaluationResult, view: EvaluationView): Block[] {
  const id = result.recommendation?.id ?? result.candidates[0]?.id;
  if (id === undefined) return [];
  return [
    {
      kind: "next",
      why: "Next",
      command: `chipselect explain ${shellWord(view.source)} --chip ${id}`,
    },
  ];
}
