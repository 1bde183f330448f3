import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import type { EvaluationResult } from "../../src/report/types.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const WORKLOADS = join(packageRoot(), "profiles", "workloads");
const TEXT = readFileSync(join(WORKLOADS, "natural-language-services.yaml"), "utf8");
const folder = temporaryFolders();

/** `workload.yaml` and its result in a new folder. */
async function saved(change: (text: string) => string = (text) => text, cwd = folder()) {
  writeFileSync(join(cwd, "workload.yaml"), change(TEXT));
  const { stdout } = await chipselect(["evaluate", "workload.yaml", "--format", "json"], { cwd });
  writeFileSync(join(cwd, "result.json"), stdout);
  return cwd;
}

function winnerIn(cwd: string): { id: string; name: string } {
  const { recommendation, candidates }: EvaluationResult = JSON.parse(
    readFileSync(join(cwd, "result.json"), "utf8"),
  );
  const winner = candidates.find(({ id }) => id === recommendation?.id);
  if (winner === undefined) throw new Error("the result has no winner");
  return winner;
}

describe("chipselect report", () => {
  it.each(["table", "markdown", "csv", "json"])(
    "gives the bytes of evaluate --format %s",
    async (format) => {
      const cwd = await saved();
      const fresh = await chipselect(["evaluate", "workload.yaml", "--format", format], { cwd });
      const again = await chipselect(["report", "result.json", "--format", format], { cwd });
      expect(again).toEqual(fresh);
      const stdin = readFileSync(join(cwd, "result.json"), "utf8");
      expect(await chipselect(["report", "-", "--format", format], { stdin })).toEqual(fresh);
    },
  );

  it("writes report files", async () => {
    const cwd = await saved();
    const argv = ["report", "result.json", "--report", "csv=r.csv", "--report", "markdown=r.md"];
    expect((await chipselect(argv, { cwd })).stderr).toBe("wrote r.csv\nwrote r.md\n");
    const fresh = await chipselect(["evaluate", "workload.yaml", "--format", "csv"], { cwd });
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toBe(fresh.stdout);
  });

  it("shows every wrong value at its line", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "r.json"), '{"schemaVersion": 1,\n "tool": 5}');
    const { code, stdout, stderr } = await chipselect(["report", "r.json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error[CS1103]: "tool" takes a mapping, not 5
  --> r.json:2:10
 1 | {"schemaVersion": 1,
 2 |  "tool": 5}
   |          ^
`);
    expect(stderr).toContain('missing key "candidates" in the document');
  });

  it.each([
    ["gone.json", "error[CS1001]: no such file"],
    [".", "error[CS1002]: this is a directory"],
  ])("refuses %s", async (name, message) => {
    const { code, stderr } = await chipselect(["report", name], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("chipselect compare", () => {
  it("says that nothing changed", async () => {
    const cwd = await saved();
    const { code, stdout } = await chipselect(["compare", "result.json", "result.json"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing changed\.\n/u);
    expect(stdout).toMatch(/^\d{3} candidates are unchanged\.$/mu);
  });

  it("tells inputs, ranks, scores, figures, plans and limits that changed", async () => {
    const before = await saved();
    const after = await saved((text) => text.replace("monthly: 90 k USD", "monthly: 40 k USD"));
    const argv = ["compare", "result.json", join(after, "result.json")];
    const { code, stdout } = await chipselect(argv, { cwd: before });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^budget.monthlyUsd +90000 +40000$/mu);
    const [a, b] = [before, after].map(winnerIn);
    expect(stdout).toContain(
      a?.id === b?.id
        ? `${b?.name} stays the winner.`
        : `The winner changes from ${a?.name} to ${b?.name}.`,
    );
    const json = await chipselect([...argv, "--format", "json"], { cwd: before });
    const result: { workload: unknown; winner: unknown } = JSON.parse(json.stdout);
    expect(result).toMatchObject({
      schemaVersion: 1,
      winner: { a: a?.id, b: b?.id, changed: a?.id !== b?.id },
      workload: [{ path: "budget.monthlyUsd", a: 90_000, b: 40_000 }],
    });
    for (const format of ["markdown", "csv"]) {
      expect((await chipselect([...argv, "--format", format], { cwd: before })).stdout).toContain(
        "budget.monthlyUsd",
      );
    }
  });

  it("draws nothing beyond ASCII when asked not to", async () => {
    const before = await saved();
    const after = await saved((text) => text.replace("rate: 40", "rate: 60"));
    const argv = ["compare", "result.json", join(after, "result.json"), "--ascii"];
    expect((await chipselect(argv, { cwd: before })).stdout).toMatch(/^[\n -~]*$/u);
  });

  it("names the file that is no result", async () => {
    const cwd = await saved();
    writeFileSync(join(cwd, "other.json"), "{");
    const { code, stderr } = await chipselect(["compare", "result.json", "other.json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--> other.json:1:");
  });
});
