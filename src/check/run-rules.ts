import type { Path } from "../input/path.ts";
import { NO_FIGURES } from "./no-figures.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Policy } from "./policy/types.ts";
import { findRule, RULES } from "./rules/all-rules.ts";
import type { Rule, RuleContext, RuleFinding } from "./rules/rule.ts";
import type { Spec } from "./spec/read-spec.ts";
import type { Suppression } from "./spec/suppressions.ts";
import type { CheckEntry, Level, Place } from "./types.ts";

/** Spec sanity of one spec: an entry for each finding, one for each rule that has none, and one for each faulty suppression. */
export function runRules(context: RuleContext, policy: Policy): CheckEntry[] {
  const { spec } = context;
  const used = new Set<Suppression>();
  const entries: CheckEntry[] = [];
  const on = (rule: Rule): Level => policy.rules[rule.code]?.level ?? rule.level;
  for (const rule of RULES) {
    const level = on(rule);
    if (level === "off") continue;
    const findings = rule.check(context);
    if (findings.length === 0) entries.push(passed(rule, level, spec));
    for (const finding of findings) {
      const place = placeOf(spec, finding.path, finding.part);
      const accepted = spec.suppressions.find((each) => accepts(each, rule.code, place.line));
      if (accepted !== undefined) used.add(accepted);
      entries.push(found(rule, level, spec, finding, place, accepted ?? null));
    }
  }
  return [...entries, ...faultySuppressions(spec, used, (rule) => on(rule) === "off")];
}

function accepts({ codes, reason, concerns }: Suppression, code: string, line: number): boolean {
  return reason !== null && codes.includes(code) && (concerns === null || concerns === line);
}

export function placeOf(spec: Spec, path: Path, part: "key" | "value" = "value"): Place {
  return { file: spec.document.file, ...spec.document.spanOf(path, part) };
}

function blank(
  spec: Spec,
  code: string,
  id: string,
  title: string,
): Omit<CheckEntry, "level" | "status" | "message"> {
  return {
    kind: "rule",
    code,
    id,
    title,
    spec: spec.chip.id,
    workload: null,
    ...NO_FIGURES,
    help: null,
    reason: null,
    place: placeOf(spec, ["id"]),
    asked: null,
    fingerprint: fingerprint([code, spec.chip.id, id]),
  };
}

function passed({ code, id, title }: Rule, level: CheckEntry["level"], spec: Spec): CheckEntry {
  return { ...blank(spec, code, id, title), level, status: "pass", message: "nothing found" };
}

function found(
  { code, id, title }: Rule,
  level: CheckEntry["level"],
  spec: Spec,
  finding: RuleFinding,
  place: Place,
  accepted: Suppression | null,
): CheckEntry {
  const { path, part: _part, ...said } = finding;
  return {
    ...blank(spec, code, id, title),
    ...said,
    level,
    status: accepted === null ? "fail" : "suppressed",
    reason: accepted?.reason ?? null,
    place,
    fingerprint: fingerprint([code, spec.chip.id, path.join(".")]),
  };
}

function faultySuppressions(
  spec: Spec,
  used: ReadonlySet<Suppression>,
  isOff: (rule: Rule) => boolean,
): CheckEntry[] {
  return spec.suppressions.flatMap((suppression): CheckEntry[] => {
    const { codes, reason, line, column, endColumn } = suppression;
    const place = { file: spec.document.file, line, column, endColumn };
    const entry = (
      code: "CS2050" | "CS2051",
      level: "error" | "warn",
      message: string,
      help: string,
    ): CheckEntry => ({
      ...blank(
        spec,
        code,
        code === "CS2050" ? "suppression-reason" : "stale-suppression",
        "suppression",
      ),
      kind: "suppression",
      level,
      status: "fail",
      message,
      help,
      place,
      fingerprint: fingerprint([code, spec.chip.id, codes.join(",")]),
    });
    const form = "write # chipselect-ignore: CS3005 and why";
    if (codes.length === 0)
      return [entry("CS2050", "error", "the suppression names no code", form)];
    if (reason === null)
      return [
        entry("CS2050", "error", `the suppression of ${codes.join(", ")} gives no reason`, form),
      ];
    const foreign = codes.filter((code) => findRule(code) === null);
    if (foreign.length > 0) {
      const help = foreign.some((code) => code.startsWith("CS2"))
        ? "assertions are changed in the policy, with a reason"
        : "rules have the codes CS3001 and up";
      return [entry("CS2051", "warn", `no rule has the code ${foreign.join(", ")}`, help)];
    }
    const ran = codes.some((code) => {
      const rule = findRule(code);
      return rule !== null && !isOff(rule);
    });
    if (used.has(suppression) || !ran) return [];
    return [
      entry(
        "CS2051",
        "warn",
        `nothing is left to suppress: ${codes.join(", ")} finds nothing here`,
        "take the comment out",
      ),
    ];
  });
}
