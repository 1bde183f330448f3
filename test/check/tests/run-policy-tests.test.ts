import { describe, expect, it } from "vitest";
import { readPolicy } from "../../../src/check/policy/read-policy.ts";
import { readPolicyTest } from "../../../src/check/tests/read-policy-test.ts";
import { policyTestFaults, runPolicyTests } from "../../../src/check/tests/run-policy-tests.ts";
import type { CheckResult } from "../../../src/check/types.ts";
import { catalog } from "../example.ts";

const [model] = catalog.chips;

const POLICY = `assertions:
  - {id: fast, metric: TPOT, atMost: 40 ms, workload: chat}
  - {id: cheap, metric: costPerMillionTokens, atMost: {times: 0.8, bestOf: [h200-sxm, mi300x]}}
  - {id: ranked, metric: rank, atMost: 2, with: {metric: acceptability, atLeast: 60 %}}
  - {id: steady, metric: everyCriterion, noWorseThan: baseline, tolerance: 2 %}
`;

function policy() {
  const load = () => ({ ok: false, diagnostic: { message: "", help: null } }) as const;
  const reading = readPolicy(POLICY, "policy.yaml", {
    chips: catalog.chips.map(({ id }) => id),
    load,
  });
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  return reading.value;
}

function run(tests: string): CheckResult {
  const reading = readPolicyTest(`policy: policy.yaml\ntests:\n${tests}`, "policy.test.yaml");
  if (!reading.ok || model === undefined) throw new Error("the tests cannot be read");
  return runPolicyTests(reading.value.tests, policy(), model, "0");
}

const statuses = (tests: string): string[] => run(tests).checks.map(({ status }) => status);

describe("unit tests of a policy", () => {
  it("judge figures without simulating", () => {
    expect(
      statuses(`  - {name: slow, given: {TPOT: 41 ms}, fails: [fast]}
  - {name: quick, given: {TPOT: 40 ms}, fails: [], passes: [fast]}
`),
    ).toEqual(["pass", "pass"]);
  });

  it("take figures of rivals, of the baseline and of second conditions", () => {
    expect(
      statuses(`  - name: a tenth dearer than four fifths of the best
    given: {costPerMillionTokens: 0.45 USD}
    chips: {h200-sxm: {costPerMillionTokens: 0.5 USD}, mi300x: {costPerMillionTokens: 0.6 USD}}
    fails: [cheap]
  - {name: second by chance, given: {rank: 2, acceptability: 50 %}, fails: [ranked]}
  - {name: second for sure, given: {rank: 2, acceptability: 70 %}, passes: [ranked], fails: []}
  - {name: worse, given: {criterion.cost: 103}, baseline: {criterion.cost: 100}, fails: [steady]}
  - {name: less headroom, given: {criterion.performance: 0.9}, baseline: {criterion.performance: 1}, fails: [steady]}
`),
    ).toEqual(["pass", "pass", "pass", "pass", "pass"]);
  });

  it("fail when another assertion fails than the test says, or none", () => {
    const { checks, passed } = run(`  - {name: wrong, given: {TPOT: 41 ms}, fails: []}
  - {name: absent, given: {TPOT: 39 ms}, fails: [cheap]}
  - {name: other workload, given: {TPOT: 41 ms}, workload: other, passes: [fast]}
`);
    expect(passed).toBe(false);
    expect(checks.map(({ message }) => message)).toEqual([
      'wrong: "fast" should not fail: time per output token: 41 ms, must be at most 40 ms, 2.5 % too much',
      'absent: "cheap" should fail and is not judged',
      'other workload: "fast" should hold and is not judged',
    ]);
    expect(checks.map(({ place }) => place.line)).toEqual([3, 4, 5]);
  });

  it("say which assertions no test sees fail", () => {
    expect(run("  - {name: slow, given: {TPOT: 41 ms}, fails: [fast]}\n").warnings).toEqual([
      'no test sees "cheap" fail',
      'no test sees "ranked" fail',
      'no test sees "steady" fail',
    ]);
  });

  it("are refused when they name what does not exist", () => {
    const unknown = readPolicyTest(
      "policy: p\ntests:\n  - {name: n, given: {TPOTT: 1 ms}, fails: []}\n",
      "t.yaml",
    );
    expect(!unknown.ok && unknown.diagnostics[0]?.code).toBe("CS2001");
    const reading = readPolicyTest(
      "policy: p\ntests:\n  - {name: n, given: {}, fails: [fats]}\n",
      "t.yaml",
    );
    expect(reading.ok && policyTestFaults(reading.value.tests, policy())).toMatchObject([
      { code: "CS2040", help: expect.stringContaining('"fast"') },
    ]);
  });
});
