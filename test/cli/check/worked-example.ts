import { packageRoot } from "../../../src/app/package-root.ts";
import type { CheckResult } from "../../../src/check/types.ts";
import { chipselect, type Outcome, type Surroundings } from "../fake-io.ts";

export const ROOT = packageRoot();
export const EXAMPLE = "profiles/checks/meridian-1.yaml";
export const FIXTURES = "test/fixtures/checks";
export const WORKLOADS = ["profiles/checks/assistant.yaml", "profiles/checks/summaries.yaml"];

/** Whole programs run here, on machines that others use as well. */
export const PATIENCE = { testTimeout: 30_000 };

export const at = { cwd: ROOT };

/** The worked example, or another spec with its workloads and policy. */
export const check = (
  spec: string,
  flags: readonly string[] = [],
  around: Surroundings = at,
): Promise<Outcome> =>
  chipselect(
    ["check", spec, "-w", ...WORKLOADS, "--policy", "profiles/checks/policy.yaml", ...flags],
    around,
  );

export const parsed = ({ stdout }: Outcome): CheckResult => JSON.parse(stdout);

export const failures = (outcome: Outcome): unknown[] =>
  parsed(outcome)
    .checks.filter(({ status }) => status === "fail")
    .map(({ id, code, place }) => [id, code, place.line]);
