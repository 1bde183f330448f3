import type { Application } from "../catalog/types.ts";
import { CRITERIA } from "../decision/criteria/all-criteria.ts";
import { CODES } from "../input/codes.ts";
import { BOUND_MEANING } from "../report/evaluation/words.ts";
import { CHECK_TERMS } from "./check-terms.ts";
import { DECISION_TERMS } from "../report/terms/decision.ts";
import { RANKING_TERMS } from "../report/terms/ranking.ts";
import { METRIC_TERMS } from "../report/terms/metrics.ts";
import { PLAN_TERMS } from "../report/terms/plan.ts";
import type { Term } from "../report/terms/term.ts";

const CRITERION_TERMS: readonly Term[] = CRITERIA.map(
  ({ id, title, description, unit, scale, why }) => ({
    id,
    kind: "criterion",
    title: unit === "" ? title : `${title}, in ${unit}`,
    aliases: [],
    formula: `${scale === "log" ? "logarithmic" : "linear"} value from 0 (worst) to 1 (best) × weight = points`,
    text: `${description} Why ${scale === "log" ? "logarithmic" : "linear"}: ${why} Another value function: preferences.values.${id} of the workload.`,
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

/** Fields of use with the weights that hold where a workload of the field names none. */
export function applicationTerms(applications: readonly Application[]): readonly Term[] {
  return applications.map(({ id, name, weights }) => ({
    id,
    kind: "application",
    title: name,
    aliases: [],
    formula: weights.map(({ criterion, weight }) => `${criterion} ${weight}`).join(", "),
    text: `Weights of 100 where a workload of this field names none. ${weights
      .map(({ criterion, weight, reason }) => `${criterion} ${weight}: ${reason}`)
      .join(" ")}`,
  }));
}

/** Everything that `chipselect explain TERM` knows by itself. A criterion comes before a metric of the same name. */
export const TERMS: readonly Term[] = [
  ...CRITERION_TERMS,
  ...METRIC_TERMS,
  ...PLAN_TERMS,
  ...DECISION_TERMS,
  ...RANKING_TERMS,
  ...BOUND_TERMS,
  ...MESSAGE_TERMS,
  ...CHECK_TERMS,
];

/** The term of that id or alias, whatever the case. */
export function findTerm(name: string, terms: readonly Term[] = TERMS): Term | undefined {
  const wanted = name.trim().toLowerCase();
  return (
    terms.find(({ id }) => id.toLowerCase() === wanted) ??
    terms.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted))
  );
}
