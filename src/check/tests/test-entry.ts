import { fingerprint } from "../fingerprint.ts";
import { NO_FIGURES } from "../no-figures.ts";
import type { Policy } from "../policy/types.ts";
import type { CheckEntry } from "../types.ts";
import type { PolicyTest } from "./policy-test.ts";

/** What a policy says of the figures of a test: ids of assertions. */
export interface Judged {
  failed: string[];
  passed: string[];
  /** Message of each failing assertion. */
  messages: ReadonlyMap<string, string>;
}

/** The verdict on one test, as a check that every report can show. */
export function testEntry(
  test: PolicyTest,
  { failed, passed, messages }: Judged,
  policy: Policy,
): CheckEntry {
  const { fails, passes, name, place } = test;
  const wrong = [
    ...(fails ?? [])
      .filter((id) => !failed.includes(id))
      .map((id) => `"${id}" should fail and ${passed.includes(id) ? "holds" : "is not judged"}`),
    ...(fails === null ? [] : failed.filter((id) => !fails.includes(id))).map(
      (id) => `"${id}" should not fail: ${messages.get(id) ?? ""}`,
    ),
    ...passes
      .filter((id) => !passed.includes(id))
      .map(
        (id) =>
          `"${id}" should hold and ${failed.includes(id) ? `fails: ${messages.get(id) ?? ""}` : "is not judged"}`,
      ),
  ];
  const holds = wrong.length === 0;
  return {
    kind: "assertion",
    code: "CS2041",
    id: name,
    title: "test of a policy",
    spec: policy.name,
    workload: test.workload,
    level: "error",
    status: holds ? "pass" : "fail",
    message: holds ? "as expected" : `${name}: ${wrong.join("; ")}`,
    ...NO_FIGURES,
    help: holds ? null : "mend the policy or the test",
    reason: null,
    place,
    asked: null,
    fingerprint: fingerprint(["policy-test", policy.name, name]),
  };
}
