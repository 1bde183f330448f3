import { fingerprint } from "./fingerprint.ts";
import type { NamedWorkload } from "./judge/laboratory.ts";
import {
  judge,
  type JudgeContext,
  type PlainAssertion,
  type Subject,
  type Verdict,
} from "./judge/verdict.ts";
import { EVERY_CRITERION, findMetric } from "./metrics/all-metrics.ts";
import type { Assertion } from "./policy/types.ts";
import { changesFor, helpOf, writtenPath } from "./remedy.ts";
import { placeOf } from "./run-rules.ts";
import type { Spec } from "./spec/read-spec.ts";
import type { CheckEntry } from "./types.ts";

/** Judges one spec by the assertions that hold for it: on each workload where the metric needs one, else once. */
export function runAssertions(
  spec: Spec,
  workloads: readonly NamedWorkload[],
  assertions: readonly Assertion[],
  context: JudgeContext,
): CheckEntry[] {
  return assertions.flatMap((assertion) => {
    const { metric, level, specs } = assertion;
    if (level === "off" || (specs !== null && !specs.includes(spec.chip.id))) return [];
    if (metric === EVERY_CRITERION) {
      return chosen(assertion, workloads).flatMap((workload) =>
        everyCriterion(assertion, spec, workload, context),
      );
    }
    if (metric.scope === "row") return [];
    if (
      metric.scope === "spec" &&
      (assertion.with === null || assertion.with.metric.scope === "spec")
    ) {
      return [entryOf(assertion, { ...assertion, metric }, spec, null, context)];
    }
    return chosen(assertion, workloads).map((workload) =>
      entryOf(assertion, { ...assertion, metric }, spec, workload, context),
    );
  });
}

function chosen(
  { workloads: names }: Assertion,
  workloads: readonly NamedWorkload[],
): readonly NamedWorkload[] {
  return workloads.filter(({ id }) => names === null || names.includes(id));
}

/** One entry for each criterion that applies to the workload; one in all where the chip cannot run it. */
function everyCriterion(
  assertion: Assertion,
  spec: Spec,
  workload: NamedWorkload,
  context: JudgeContext,
): CheckEntry[] {
  const outcome = context.laboratory.alone(spec.chip, workload);
  const applying = outcome.criteriaInfo.filter(
    ({ notApplicable }) => (notApplicable ?? null) === null,
  );
  // Where no criterion can be compared, one entry says so instead of one for each.
  const { amount } = assertion.comparison;
  const comparable = outcome.feasible && !(amount.kind === "baseline" && context.baseline === null);
  return (comparable ? applying : applying.slice(0, 1)).flatMap(({ id }) => {
    const metric = findMetric(`criterion.${id}`);
    if (metric === null) return [];
    const named = comparable ? { ...assertion, id: `${assertion.id}.${id}` } : assertion;
    return [entryOf(named, { ...assertion, metric }, spec, workload, context)];
  });
}

function entryOf(
  assertion: Assertion,
  plain: PlainAssertion,
  spec: Spec,
  workload: NamedWorkload | null,
  context: JudgeContext,
): CheckEntry {
  const subject: Subject = { id: spec.chip.id, chip: spec.chip, silicon: spec.silicon };
  const verdict = judge(plain, subject, workload, context);
  const changes =
    verdict.status === "fail" ? changesFor(spec, plain, subject, workload, context) : [];
  const [change = null] = changes;
  const path = change === null ? null : writtenPath(spec, change);
  // The line of a preset is nobody's to change, so a finding never points there.
  const asked = assertion.place.file.startsWith(PRESET) ? null : assertion.place;
  const place = path === null ? (asked ?? placeOf(spec, ["id"])) : placeOf(spec, path);
  const on = workload === null ? "" : ` on ${workload.id}`;
  return {
    kind: "assertion",
    code: codeOf(verdict, plain),
    id: assertion.id,
    title: `${verdict.metric.title}${on}`,
    spec: spec.chip.id,
    workload: workload?.id ?? null,
    level: assertion.level === "warn" ? "warn" : "error",
    status: verdict.status,
    message:
      verdict.status === "skip" ? verdict.message : `${spec.chip.id}${on}: ${verdict.message}`,
    value: verdict.value,
    limit: verdict.limit,
    unit: verdict.metric.unit,
    expected: verdict.expected,
    found: verdict.found,
    missedBy: verdict.missedBy,
    baseline: verdict.baseline,
    known: null,
    change,
    help: verdict.status === "fail" ? helpOf(changes, verdict) : null,
    reason: verdict.status === "skip" ? verdict.message : assertion.reason,
    place,
    asked: path === null ? null : asked,
    fingerprint: fingerprint(["assertion", assertion.id, spec.chip.id, workload?.id ?? null]),
  };
}

function codeOf(verdict: Verdict, { comparison }: PlainAssertion): string {
  if (verdict.value === null && verdict.status === "fail") return "CS2102";
  return comparison.amount.kind === "baseline" ? "CS2103" : "CS2101";
}

/** Start of the file name of a policy that ships with the program. */
const PRESET = "preset:";
