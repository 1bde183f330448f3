import { DECISION } from "./report-zh/decision.ts";
import { EXCLUSIONS } from "./report-zh/exclusions.ts";
import { FALLBACKS } from "./report-zh/fallbacks.ts";
import { LIMITS } from "./report-zh/limits.ts";
import { NOTES } from "./report-zh/notes.ts";
import { REASONS } from "./report-zh/reasons.ts";
import { VERDICT } from "./report-zh/verdict.ts";
import { WINNER } from "./report-zh/winner.ts";
import { WORDS } from "./report-zh/words.ts";

/**
 * The report of `evaluate` in Chinese, by its English texts (src/report/translate.ts says what the braces mean). Units, ids and
 * names stay; terms that the field writes in English (TTFT, TPOT, MFU) too. The first sentence that fits holds, so that the order of
 * the parts counts.
 */
export const REPORT_ZH = {
  joiner: "；",
  words: WORDS,
  sentences: [
    ...WINNER,
    ...DECISION,
    ...VERDICT,
    ...REASONS,
    ...NOTES,
    ...EXCLUSIONS,
    ...LIMITS,
    ...FALLBACKS,
  ],
  phrases: [
    [" by {p#} ({v#}, limit {l#})", " 差 {p}（{v}，限制 {l}）"],
    ["weights {w}, activations {a}", "权重 {w}，激活 {a}"],
    [" or ", " 或 "],
  ],
} as const;
