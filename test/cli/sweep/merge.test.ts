import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../../src/app/package-root.ts";
import { chipselect } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const EXAMPLE = join(packageRoot(), "profiles", "workloads", "natural-language-services.yaml");
const GRID = [
  "--over",
  "demand.tasks.chat.rate=x0.5..x2/5",
  "--over",
  "budget.horizon=1..3/3 years",
];

const folder = temporaryFolders();
const sweep = (cwd: string, ...argv: string[]) =>
  chipselect(["sweep", EXAMPLE, "-q", "--chips", "h100-sxm,mi300x", ...GRID, ...argv], { cwd });
const merge = (cwd: string, ...argv: string[]) => chipselect(["merge", ...argv], { cwd });
const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), "utf8");

async function parts(cwd: string, of: number): Promise<string[]> {
  const names: string[] = [];
  for (let part = 1; part <= of; part += 1) {
    const name = `part-${part}-of-${of}.ndjson`;
    names.push(name);
    expect((await sweep(cwd, "--shard", `${part}/${of}`, "-o", name)).code).toBe(0);
  }
  return names;
}

describe("chipselect merge", () => {
  it.each([1, 2, 4, 20])(
    "joins %d parts to the bytes of an undivided run, in any order",
    async (of) => {
      const cwd = folder();
      const names = await parts(cwd, of);
      const whole = await sweep(cwd, "-o", "whole.ndjson");
      await sweep(cwd, "-o", "whole.csv");
      const merged = await merge(cwd, ...names.toReversed(), "-o", "joined.ndjson");
      await merge(cwd, ...names, "-o", "joined.csv");
      expect(text(cwd, "joined.ndjson")).toBe(text(cwd, "whole.ndjson"));
      expect(text(cwd, "joined.csv")).toBe(text(cwd, "whole.csv"));
      expect(merged).toEqual({
        ...whole,
        stdout: whole.stdout.replace("whole.ndjson", "joined.ndjson"),
      });
    },
  );

  it("has parts of the same work, not of the same number of points", async () => {
    // More GPUs than TPUs can serve this model, so the three points of GPUs, which come first, are most of the work.
    const argv = ["--over", "constraints.classes.allow=[gpu],[tpu]", "--shard", "1/2"];
    const cwd = folder();
    const { stdout } = await chipselect(
      ["sweep", EXAMPLE, ...argv, "--over", "budget.horizon=1..3/3 years", "-q", "-f", "ndjson"],
      { cwd },
    );
    const header: { points: number; shard: { from: number; to: number } } = JSON.parse(
      stdout.split("\n", 1)[0] ?? "",
    );
    expect(header).toMatchObject({ points: 6, shard: { from: 0, to: 2 } });
  });

  it("prints what an undivided run prints", async () => {
    const cwd = folder();
    const names = await parts(cwd, 3);
    for (const format of ["table", "json", "csv", "ndjson"]) {
      const whole = await sweep(cwd, "--format", format);
      expect(await merge(cwd, ...names, "--format", format)).toEqual(whole);
    }
  });

  it("says which parts are missing, double, unfinished or of another sweep", async () => {
    const cwd = folder();
    const [first = "", second = "", third = ""] = await parts(cwd, 3);
    const [half = ""] = await parts(cwd, 2);
    await sweep(cwd, "--top", "2", "--shard", "2/3", "-o", "other.ndjson");
    writeFileSync(join(cwd, "torn.ndjson"), text(cwd, second).slice(0, -20));
    writeFileSync(join(cwd, "foreign.ndjson"), '{"a": 1}\n');
    writeFileSync(join(cwd, "empty.ndjson"), "");
    const lines = text(cwd, second).split("\n");
    writeFileSync(join(cwd, "double.ndjson"), lines.toSpliced(2, 0, lines[1] ?? "").join("\n"));
    const cases: [string[], string][] = [
      [[first, third], "part 2 is missing of 3"],
      [[first], "parts 2, 3 are missing of 3"],
      [[first, second, second, third], `${second} and ${second} are both part 2 of 3`],
      [[first, "torn.ndjson", third], "torn.ndjson holds 4 of 5 points"],
      [
        [first, "other.ndjson", third],
        `${first} and other.ndjson are of different sweeps: --top differs`,
      ],
      [[first, half, third], `${half} is part 1 of 2: they overlap`],
      [[first, "double.ndjson", third], "double.ndjson:3: point 5 stands where point 6 belongs"],
      [[first, "foreign.ndjson"], "foreign.ndjson:1: not a file of sweep results"],
      [["empty.ndjson"], "empty.ndjson is empty"],
      [["gone.ndjson"], "gone.ndjson: no such file"],
    ];
    for (const [names, message] of cases) {
      const { code, stdout, stderr } = await merge(cwd, ...names);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
  });

  it("ends with 1 when no point of any part is feasible, though each part ended with 0", async () => {
    const cwd = folder();
    for (const part of ["1", "2"]) {
      const argv = ["--over", "budget.monthly=1 USD", "--shard", `${part}/2`];
      expect((await sweep(cwd, ...argv, "-o", `${part}.ndjson`)).code).toBe(0);
    }
    expect((await merge(cwd, "1.ndjson", "2.ndjson")).code).toBe(1);
  });
});
