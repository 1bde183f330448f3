import type { Chip } from "../../catalog/types.ts";
import type { Diagnostic } from "../../input/diagnostic.ts";
import { didYouMean } from "../../input/suggest.ts";
import { judge, type JudgeContext, type Subject } from "../judge/verdict.ts";
import { METRICS } from "../metrics/all-metrics.ts";
import type { Metric, Outcome } from "../metrics/metric.ts";
import type { Assertion, Policy } from "../policy/types.ts";
import type { CheckResult } from "../types.ts";
import type { GivenFigures, PolicyTest } from "./policy-test.ts";
import { testEntry, type Judged } from "./test-entry.ts";

/** Criteria of which more is better on every workload; of the others less is. */
const MORE_IS_BETTER = new Set(["criterion.performance", "criterion.software"]);

const SPEC = "the spec of the test";

/** Ids of assertions that tests name and the policy lacks. */
export function policyTestFaults(
  tests: readonly PolicyTest[],
  { assertions }: Policy,
): Diagnostic[] {
  const known = assertions.map(({ id }) => id);
  return tests.flatMap(({ fails, passes, place, name }) =>
    [...(fails ?? []), ...passes]
      .filter((id) => !known.includes(id))
      .map((id) => ({
        code: "CS2040",
        severity: "error" as const,
        ...place,
        path: name,
        message: `the policy has no assertion "${id}"`,
        help: didYouMean(id, known),
      })),
  );
}

/**
 * Judges the figures of each test by the policy, without simulating anything. An assertion whose figures a test does not give is not
 * judged in it.
 *
 * @param model any chip; the judge needs one to hand to the metrics, which here read the test instead
 */
export function runPolicyTests(
  tests: readonly PolicyTest[],
  policy: Policy,
  model: Chip,
  version: string,
): CheckResult {
  const verdicts = tests.map((test) => ({ test, judged: judgeAll(test, policy, model) }));
  const checks = verdicts.map(({ test, judged }) => testEntry(test, judged, policy));
  const failed = new Set(verdicts.flatMap(({ judged }) => judged.failed));
  const unseen = policy.assertions.filter(({ id, level }) => level !== "off" && !failed.has(id));
  const errors = checks.filter(({ status }) => status === "fail").length;
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version },
    passed: errors === 0,
    specs: [],
    workloads: [],
    policy: { name: policy.name, file: policy.file, extends: policy.extends },
    baseline: null,
    summary: {
      checks: checks.length,
      passed: checks.length - errors,
      errors,
      warnings: 0,
      skipped: 0,
      suppressed: 0,
    },
    checks,
    figures: [],
    warnings: unseen.map(({ id }) => `no test sees "${id}" fail`),
  };
}

function judgeAll(test: PolicyTest, { assertions }: Policy, model: Chip): Judged {
  const figuresOf = (chip: Chip): GivenFigures =>
    chip.id === SPEC ? test.given : (test.chips[chip.id] ?? {});
  const outcome: Outcome = {
    feasible: true,
    rank: null,
    score: null,
    plan: null,
    boundBy: null,
    metrics: null,
    limits: [],
    criteria: [],
    criteriaInfo: [],
    rankAcceptability: () => null,
  };
  const { baseline } = test;
  const context: JudgeContext = {
    laboratory: { alone: () => outcome, among: () => outcome, chip: (id) => ({ ...model, id }) },
    baseline: baseline === null ? null : (_spec, _workload, metric) => baseline[metric],
  };
  const subject: Subject = {
    id: SPEC,
    chip: { ...model, id: SPEC },
    silicon: {
      opsPerCycle: {},
      memoryStacks: null,
      largestDieSquareMillimetres: null,
      dieSidesMillimetres: null,
      scaleUpLanes: null,
      scaleOutLanes: null,
      peakNotes: {},
    },
  };
  const given = (metric: Metric): Metric => ({
    ...metric,
    better: metric.better ?? (MORE_IS_BETTER.has(metric.id) ? "higher" : "lower"),
    read: ({ chip }) => figuresOf(chip)[metric.id] ?? null,
  });
  const failed: string[] = [];
  const passed: string[] = [];
  const messages = new Map<string, string>();
  for (const assertion of assertions) {
    if (assertion.level === "off" || !concerns(assertion, test)) continue;
    const metrics = metricsOf(assertion).filter((metric) => metric.id in test.given);
    const second = assertion.with;
    if (metrics.length === 0 || (second !== null && !(second.metric.id in test.given))) continue;
    const results = metrics.map((metric) =>
      judge(
        {
          metric: given(metric),
          comparison: assertion.comparison,
          with: second && { ...second, metric: given(second.metric) },
        },
        subject,
        null,
        context,
      ),
    );
    const fails = results.filter(({ status }) => status === "fail");
    if (fails.length > 0) {
      failed.push(assertion.id);
      messages.set(assertion.id, fails.map(({ message }) => message).join("; "));
    } else if (results.some(({ status }) => status === "pass")) passed.push(assertion.id);
  }
  return { failed, passed, messages };
}

const concerns = ({ workloads }: Assertion, { workload }: PolicyTest): boolean =>
  workloads === null || workload === null || workloads.includes(workload);

function metricsOf({ metric }: Assertion): readonly Metric[] {
  return metric === "everyCriterion"
    ? METRICS.filter(({ id }) => id.startsWith("criterion."))
    : [metric];
}
