import { dirname, join } from "node:path";
import { packageVersion } from "../app/package-root.ts";
import { readPolicyTest } from "../check/tests/read-policy-test.ts";
import { policyTestFaults, runPolicyTests } from "../check/tests/run-policy-tests.ts";
import type { CheckResult } from "../check/types.ts";
import { BadInput } from "./bad-input.ts";
import type { CheckFiles } from "./check-files.ts";
import { isPreset } from "./load-policy.ts";

/** Runs the unit tests of policies. @throws BadInput with the faults of the test files and of their policies */
export async function testPolicies(
  names: readonly string[],
  files: CheckFiles,
): Promise<CheckResult> {
  const results: CheckResult[] = [];
  const [model] = files.catalog.chips;
  if (model === undefined) throw new Error("the catalogue has no chips");
  for (const name of names) {
    const file = await files.read(name, ({ file, text }) => readPolicyTest(text, file));
    if (file === null) continue;
    const beside = isPreset(file.policy) ? file.policy : join(dirname(name), file.policy);
    const policy = await files.policy(beside);
    if (policy === null) continue;
    files.faults.push(...policyTestFaults(file.tests, policy));
    results.push(runPolicyTests(file.tests, policy, model, packageVersion()));
  }
  const [first, ...others] = results;
  if (files.faults.length > 0 || first === undefined) {
    throw new BadInput(files.faults, files.sources);
  }
  return others.reduce(joined, first);
}

function joined(left: CheckResult, right: CheckResult): CheckResult {
  const sum = (key: keyof CheckResult["summary"]): number => left.summary[key] + right.summary[key];
  return {
    ...left,
    passed: left.passed && right.passed,
    checks: [...left.checks, ...right.checks],
    warnings: [...left.warnings, ...right.warnings],
    summary: {
      checks: sum("checks"),
      passed: sum("passed"),
      errors: sum("errors"),
      warnings: sum("warnings"),
      skipped: sum("skipped"),
      suppressed: sum("suppressed"),
    },
  };
}
