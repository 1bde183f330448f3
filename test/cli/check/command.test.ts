import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { chipselect } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";
import {
  at,
  check,
  EXAMPLE,
  FIXTURES,
  parsed,
  ROOT,
  WORKLOADS,
  PATIENCE,
} from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

describe("check", () => {
  it("holds with the recommended policy when none is named, and simulates ranks when asked", async () => {
    const outcome = await chipselect(["check", EXAMPLE, "-w", WORKLOADS[0] ?? ""], at);
    expect(outcome.code).toBe(0);
    const policy = join(folder(), "ranked.yaml");
    writeFileSync(policy, "assertions: [{metric: rank, atMost: 1}]\n");
    const ranked = await check(EXAMPLE, ["--policy", policy, "-f", "json"]);
    expect(ranked.code).toBe(1);
    const [first] = parsed(ranked).checks;
    expect(first?.value).toBeGreaterThan(1);
    const wide = "{metric: rank, atMost: 400, with: {metric: acceptability, atLeast: 99 %}}";
    writeFileSync(policy, `assertions: [${wide}]\n`);
    expect((await check(EXAMPLE, ["--policy", policy])).code).toBe(0);
  });

  it("writes several reports in one run, each for its reader", async () => {
    const out = folder();
    const reports = ["json", "markdown", "csv", "html", "junit", "sarif", "github", "gitlab"];
    const flags = reports.flatMap((kind) => [
      "--report",
      `${kind}=${join(out, kind, `r.${kind}`)}`,
    ]);
    const { code, stderr } = await check(`${FIXTURES}/fails/die.yaml`, flags);
    expect(code).toBe(1);
    for (const kind of reports) {
      expect(stderr).toContain(`wrote ${join(out, kind, `r.${kind}`)}`);
      expect(readFileSync(join(out, kind, `r.${kind}`), "utf8")).toContain("CS2101");
    }
  });

  it("takes levels that end with 1 from --fail-on and --max-warnings", async () => {
    const hot = join(folder(), "hot.yaml");
    const text = readFileSync(join(ROOT, EXAMPLE), "utf8");
    writeFileSync(hot, text.replace("tdp: 450 W", "tdp: 900 W"));
    expect((await check(hot)).code).toBe(0);
    expect((await check(hot, ["--fail-on", "warn"])).code).toBe(1);
    expect((await check(hot, ["--max-warnings", "0"])).code).toBe(1);
    expect((await check(hot, ["--max-warnings", "1"])).code).toBe(0);
    expect((await check(`${FIXTURES}/fails/die.yaml`, ["--fail-on", "never"])).code).toBe(0);
    expect((await check(`${FIXTURES}/fails/die.yaml`, ["--fail-on", "sometimes"])).code).toBe(2);
  });

  it.each([
    ["no spec", ["check", "-w", WORKLOADS[0] ?? ""], "name a spec"],
    ["no workload", ["check", EXAMPLE], "--workload FILE is missing"],
    ["a missing file", ["check", "none.yaml", "-w", WORKLOADS[0] ?? ""], "error[CS1001]"],
    [
      "a policy that is none",
      ["check", EXAMPLE, "-w", WORKLOADS[0] ?? "", "-p", "strct"],
      "error[CS2002]",
    ],
    [
      "a policy for a workload that is not given",
      ["check", EXAMPLE, "-w", WORKLOADS[0] ?? "", "-p", "profiles/checks/policy.yaml"],
      "error[CS2003]",
    ],
    ["the same spec twice", ["check", EXAMPLE, EXAMPLE, "-w", WORKLOADS[0] ?? ""], "error[CS2011]"],
  ])("ends with 2 for %s", async (_what, argv, said) => {
    const { code, stdout, stderr } = await chipselect(argv, at);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });

  it("refuses a percentile that the workload does not plan", async () => {
    const policy = join(folder(), "p99.yaml");
    writeFileSync(
      policy,
      "assertions: [{metric: TTFT, percentile: 99, atMost: 2 s, workload: assistant}]\n",
    );
    const { code, stderr } = await check(EXAMPLE, ["--policy", policy]);
    expect(code).toBe(2);
    expect(stderr).toContain("asks for p99, but assistant plans assistant at p95");
  });

  it("finds the faults of all files in one run", async () => {
    const { stderr } = await chipselect(
      ["check", `${FIXTURES}/broken/unit.yaml`, "-w", "none.yaml", "-p", "neither.yaml"],
      at,
    );
    expect(stderr).toContain("3 errors");
  });
});
