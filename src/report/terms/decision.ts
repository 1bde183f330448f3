import { METHODS } from "../../decision/methods/all-methods.ts";
import { NORMALISATION_WORDS } from "../../decision/methods/normalise.ts";
import { COMPARISONS, ELICITATIONS } from "../../decision/weights/all-weights.ts";
import {
  RANDOM_INDEX_IDS,
  RANDOM_INDEX_SOURCES,
  RANDOM_INDICES,
} from "../../decision/weights/random-index.ts";
import { PREFERENCE_SHAPES } from "../../input/matrix/matrix-types.ts";
import { termsOf, type Term } from "./term.ts";

const robustness = termsOf("robustness");

/** Methods, ways to weigh, and figures of robustness: what `chipselect rank` prints. */
export const DECISION_TERMS: readonly Term[] = [
  {
    id: "additive value",
    kind: "method",
    title: "the main model: weighted sum of values",
    aliases: ["additive", "value model", "MAVT"],
    formula: "Σ w · v(x), v from 0 (worst end of a fixed range) to 1 (best end), Σ w = 1",
    text: "It needs criteria that can be judged one by one: what one of them is worth must not depend on the others. On ranges that are stated, adding or removing an alternative changes nobody's score. Source: R. L. Keeney & H. Raiffa, Decisions with Multiple Objectives, 1976.",
  },
  ...METHODS.map(
    ({ id, title, formula, differs, definition, testedOn, reads, defaults }): Term => ({
      id,
      kind: "method",
      title,
      aliases: aliasesOf(title),
      formula,
      text: `A witness beside the additive value model: it ${differs}. ${optionText(reads, defaults)}Source: ${definition}. Tested on: ${testedOn}.`,
    }),
  ),
  {
    id: "preference function",
    kind: "method",
    title: "how a lead turns into preference in PROMETHEE II",
    aliases: ["preference", "threshold", ...PREFERENCE_SHAPES],
    formula:
      "of a lead d: usual 1; u-shape 1 above q; v-shape d ÷ p, at most 1; level ½ above q, 1 above p; linear (d − q) ÷ (p − q) between q and p, then 1; gaussian 1 − e^(−d² ÷ 2s²)",
    text: "Stated by criterion as preference: {shape, indifference (q), strict (p), spread (s)}, in its unit; usual when left out. Source: J. P. Brans & P. Vincke, Management Science 31(6), 1985, table 1, types I to VI.",
  },
  {
    id: "ELECTRE",
    kind: "method",
    title: "outranking with vetoes (ELECTRE III, TRI): not among the witnesses, and why",
    aliases: ["ELECTRE III", "ELECTRE TRI"],
    formula: null,
    text: "PROMETHEE II is the witness that compares pair by pair, with the same thresholds of indifference and strict preference; a veto is a hard limit here, which says by how much it is missed. What ELECTRE III would add is a third threshold for each criterion and two distillations that leave a partial order, which neither agreement coefficients nor a recommendation can read without a further rule. It turns rankings round when a loser gets worse or an alternative is added (X. Wang & E. Triantaphyllou, Omega 36(1), 2008), which is what the reversal tests warn of. TRI sorts into categories and ranks nobody: limits and value functions with steps (piecewise) say the same.",
  },
  ...ELICITATIONS.map(({ id, title, formula, asks, definition, testedOn }): Term => ({
    id: `${id} weights`,
    kind: "weights",
    title,
    aliases: [id, ...aliasesOf(title)],
    formula,
    text: `${asks} Source: ${definition}. Tested on: ${testedOn}.`,
  })),
  {
    id: "random index",
    kind: "weights",
    title: "what the consistency ratio of comparisons divides by",
    aliases: ["consistency ratio", "CR", ...RANDOM_INDEX_IDS],
    formula: "CR = CI ÷ RI, for 3 to 10 rows",
    text: `The mean consistency index of random matrices. Tables differ, and with them the ratio: ${RANDOM_INDEX_IDS.map((id) => `${id}: ${RANDOM_INDICES[id].join(", ")} (${RANDOM_INDEX_SOURCES[id]})`).join("; ")}. randomIndex may also be the index itself. Above 0.1 the comparisons should be looked at again.`,
  },
  ...COMPARISONS.map(({ id, title, formula, definition, testedOn }): Term => ({
    id: `${id} weights`,
    kind: "weights",
    title,
    aliases: [id],
    formula,
    text: `For comparison only: it measures how the alternatives spread, not what anybody wants, and changes when an alternative is added. Source: ${definition}. Tested on: ${testedOn}.`,
  })),
  ...Object.entries(NORMALISATION_WORDS).map(([id, words]): Term => ({
    id: `${id} normalisation`,
    kind: "method",
    title: "how a method brings figures on one scale",
    aliases: [],
    formula: words,
    text: "Normalisation decides winners: the same method with another one can rank the other way round. All but none depend on the set of alternatives, so adding one can turn a ranking round.",
  })),
  robustness(
    "SMAA-2",
    "shares of all weights and errors in which a ranking holds",
    ["SMAA", "robustness", "draws", "seed"],
    "draw weights and figures N times, rank each time, count",
    "Weights are drawn uniformly from all that agree with what is known (nothing, an order, intervals, ratios of two weights), figures from their uncertainty, with errors that several share drawn once for all of them. Seed and N are printed; the standard error of a share is at most 0.5/√N. Source: R. Lahdelma & P. Salminen, Operations Research 49(3), 2001.",
  ),
  robustness(
    "rank acceptability",
    "how often an alternative has a rank",
    ["acceptability", "first-rank acceptability"],
    "draws in which the alternative has the rank ÷ all draws",
    "A high share of first ranks means that many views of what matters lead to this choice. Shares add up to 1 by rank and by alternative; equal scores share their ranks.",
  ),
  robustness(
    "ranking entropy",
    "how scattered the whole rankings are",
    ["entropy of the ranking"],
    "−Σ p · log₂ p over all rankings that were drawn, p the share of draws with that ranking",
    "0 bits: every draw gives the same ranking; each bit more doubles the rankings that are about equally likely. Counted for up to eight alternatives. As in the R package smaa (smaa.entropy.ranking).",
  ),
  robustness(
    "central weights",
    "the typical weights with which an alternative is first",
    ["central weight"],
    "mean weights of the draws in which it is first",
    "Read backwards: who holds about these weights should choose this alternative. There are none where it is never first.",
  ),
  robustness(
    "confidence factor",
    "how sure an alternative is first at its own central weights",
    ["confidence"],
    "draws of the figures in which it is first with its central weights ÷ all of these draws",
    "A low factor says that the figures are too uncertain to tell, even for somebody with just the weights that favour it.",
  ),
  robustness(
    "pairwise winning index",
    "how often one alternative beats another",
    ["pairwise winning"],
    "draws in which the one scores more than the other ÷ all draws; a tie is half a win",
    "Two that beat each other about equally often cannot be told apart by what is known. Source: P. Leskinen et al., Forest Policy and Economics 9, 2006.",
  ),
  robustness(
    "tornado",
    "which uncertain figure the choice depends on most",
    ["one at a time"],
    "lead of the winner with one figure, or one shared error, at either end of its 80 % interval, all else unchanged",
    "The widest swing stands first. Where the lead falls below 0, that uncertainty alone can turn the winner: it is the figure to find out more about. Source: R. A. Howard, Management Science 34(6), 1988.",
  ),
  robustness(
    "weight interval",
    "how far one weight may move before another alternative wins",
    ["weight stability", "weight stability interval"],
    "the w with w · v + (1 − w) · R equal for the winner and a rival, R the mean value elsewhere",
    "The other weights are rescaled in proportion, so each rival's gap is a straight line in w and the ends follow in closed form.",
  ),
  robustness(
    "rank reversal",
    "whether a method contradicts itself",
    ["rank reversals", "reversal", "rank-reversal"],
    null,
    "Three tests of X. Wang & E. Triantaphyllou, Omega 36(1), 2008: making a loser worse must not change the winner; pairs judged alone must not form a circle; the ranking put together from pairs must be that of the whole. A fourth leaves each alternative out in turn. Additive value on stated ranges passes all of them by construction.",
  ),
  robustness(
    "Kendall",
    "agreement of two rankings, by pairs",
    ["Kendall tau", "tau-b"],
    "(pairs in the same order − pairs in opposite order) ÷ √(pairs apart in the one · pairs apart in the other)",
    "τ-b: 1 for the same order, −1 for the opposite one, corrected for ties. Source: M. G. Kendall, Biometrika 33(3), 1945.",
  ),
  robustness(
    "Spearman",
    "agreement of two rankings, by ranks",
    ["Spearman rho"],
    "correlation of the ranks, ties at the mean of their places",
    "1 for the same order, −1 for the opposite one. Source: C. Spearman, American Journal of Psychology 15(1), 1904.",
  ),
  robustness(
    "WS",
    "agreement of two rankings, the first places counting most",
    ["WS coefficient", "weighted similarity"],
    "1 − Σ 2^−R · |R − R′| ÷ max(R − 1, N − R), R the rank by additive value",
    "1 for the same order. A change among the first lowers it far more than one among the last. Source: W. Sałabun & K. Urbaniak, ICCS 2020.",
  ),
];

/** What stands in brackets at the end of a title is the usual short name. */
function aliasesOf(title: string): string[] {
  const [, short = ""] = /\(([^()]+)\)$/u.exec(title) ?? [];
  return short.split(", ").filter((alias) => /^[A-Z]/u.test(alias));
}

function optionText(reads: readonly string[], defaults: object): string {
  if (reads.length === 0) return "";
  const said = Object.entries(defaults).map(
    ([key, value]) => `${key} (${String(value)} when left out)`,
  );
  return `Options: ${said.join(", ")}. `;
}
