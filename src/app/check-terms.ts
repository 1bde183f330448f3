import { CHECK_CODES } from "../check/codes.ts";
import { METRICS } from "../check/metrics/all-metrics.ts";
import { RULES } from "../check/rules/all-rules.ts";
import { CODES, isCode } from "../input/codes.ts";
import type { Term } from "../report/terms/term.ts";

/** Codes of `check`: what its files can be blamed for, what fails, and the rules of spec sanity. */
export const CHECK_TERMS: readonly Term[] = [
  ...Object.entries(CHECK_CODES).map(([id, { title, explanation }]) =>
    term(id, [], title, explanation),
  ),
  ...RULES.map(({ code, id, title, explanation }) => term(code, [id], title, explanation)),
  term(
    "policy-metrics",
    ["policy metrics"],
    "figures that a policy of `chipselect check` may judge",
    METRICS.map(({ id, title }) => `${id}: ${title}`).join("; "),
  ),
];

/** What a message code means, for reports that carry it along. */
export function messageTerm(code: string): { title: string; explanation: string } | null {
  const found = CHECK_TERMS.find(({ id }) => id === code);
  if (found !== undefined) return { title: found.title, explanation: found.text };
  return isCode(code) ? CODES[code] : null;
}

function term(id: string, aliases: readonly string[], title: string, text: string): Term {
  return { id, kind: "message", title, aliases, formula: null, text };
}
