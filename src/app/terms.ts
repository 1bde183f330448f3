import { CRITERIA } from "../decision/criteria/all-criteria.ts";
import { CODES } from "../input/codes.ts";
import { BOUND_MEANING } from "../report/evaluation/words.ts";
import { DECISION_TERMS } from "../report/terms/decision.ts";
import { METRIC_TERMS } from "../report/terms/metrics.ts";
import type { Term } from "../report/terms/term.ts";

const CRITERION_TERMS: readonly Term[] = CRITERIA.map(
  ({ id, title, description, unit, scale }) => ({
    id,
    kind: "criterion",
    title: unit === "" ? title : `${title}, in ${unit}`,
    aliases: [],
    formula: `${scale === "log" ? "logarithmic" : "linear"} value from 0 (worst) to 1 (best) × weight = points`,
    text: description,
  }),
);

const BOUND_TERMS: readonly Term[] = Object.entries(BOUND_MEANING).map(([id, text]) => ({
  id: `bound by ${id}`,
  kind: "bound",
  title: "what holds a candidate back",
  aliases: [id],
  formula: null,
  text: `The candidate is held back by ${text}.`,
}));

const MESSAGE_TERMS: readonly Term[] = Object.entries(CODES).map(
  ([id, { title, explanation }]) => ({
    id,
    kind: "message",
    title,
    aliases: [],
    formula: null,
    text: explanation,
  }),
);

/** Everything that `chipselect explain TERM` knows. A criterion comes before a metric of the same name. */
export const TERMS: readonly Term[] = [
  ...CRITERION_TERMS,
  ...METRIC_TERMS,
  ...DECISION_TERMS,
  ...BOUND_TERMS,
  ...MESSAGE_TERMS,
];

/** The term of that id or alias, whatever the case. */
export function findTerm(name: string): Term | undefined {
  const wanted = name.trim().toLowerCase();
  return (
    TERMS.find(({ id }) => id.toLowerCase() === wanted) ??
    TERMS.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted))
  );
}
