import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";

// Whole programs run here, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = packageRoot();
const EXAMPLES = join(ROOT, "profiles/checks");

/** Seconds of processor time that a command takes, the least of several runs: other load only adds. */
function processorSeconds(command: string): number {
  const script = `TIMEFORMAT='%U %S'; for run in 1 2 3 4 5; do time ${command} > /dev/null; done`;
  const { stderr } = spawnSync("bash", ["-c", script], { cwd: EXAMPLES, encoding: "utf8" });
  const times = stderr
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  return Math.min(...times.map(([user = Number.NaN, system = Number.NaN]) => user + system));
}

it("checks one spec on two workloads in under 300 ms over an empty program", () => {
  const check = `node ${join(ROOT, "bin/chipselect.js")} check meridian-1.yaml -w assistant.yaml summaries.yaml -p policy.yaml -q`;
  const seconds = processorSeconds(check) - processorSeconds("node -e 0");
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(0.3);
});
