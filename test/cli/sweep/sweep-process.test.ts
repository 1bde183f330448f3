import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../../src/app/package-root.ts";
import { temporaryFolders } from "../temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

/** The built program with threads and signals; `npm ci` builds it. */
const ROOT = packageRoot();
const PROGRAM = join(ROOT, "bin", "chipselect.js");
const EXAMPLE = join(ROOT, "profiles", "workloads", "natural-language-services.yaml");
const folder = temporaryFolders();

const argvOf = (points: number): string[] => [
  PROGRAM,
  "sweep",
  EXAMPLE,
  "--chips",
  "h100-sxm",
  "--over",
  `chip.h100-sxm.memory.bandwidth=2..6/${points} TB/s`,
];

function run(cwd: string, ...argv: string[]) {
  return spawnSync(process.execPath, argv, { cwd, encoding: "utf8", maxBuffer: 1e9 });
}

describe("threads", () => {
  it.each(["ndjson", "csv"])("give the same bytes in any number (%s)", (format) => {
    const cwd = folder();
    const outputs = ["1", "2", "5"].map((workers) => {
      const argv = [...argvOf(100), "--top", "all", "--format", format, "--workers", workers];
      const { status, stdout, stderr } = run(cwd, ...argv);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      return stdout;
    });
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
  });
});

describe("Ctrl-C", () => {
  it.each([
    ["rows.ndjson", "1"],
    ["rows.ndjson", "2"],
    ["rows.csv", "2"],
  ])(
    "keeps what is done in %s with %s threads, and --resume ends with the same bytes",
    async (name, workers) => {
      const cwd = folder();
      const argv = [...argvOf(1000), "-o", name, "--workers", workers];
      const child = spawn(process.execPath, argv, { cwd });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      const ended = new Promise((resolve) => child.once("close", resolve));
      const file = join(cwd, name);
      // Interrupted once some rows are there.
      while (!existsSync(file) || statSync(file).size < 20_000) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill("SIGINT");
      expect(await ended).toBe(130);
      expect(stderr).toMatch(/^interrupted after \d+ of 1000 points; .*--resume goes on\n$/u);
      const done = readFileSync(file, "utf8").split("\n").length;
      expect(done).toBeLessThan(1000);

      const resumed = run(cwd, ...argv, "--resume");
      expect(resumed.status).toBe(0);
      expect(resumed.stderr).toMatch(/^\d+ points are there already, \d+ are left\n$/u);
      run(cwd, ...argvOf(1000), "-o", `whole-${name}`);
      expect(readFileSync(file, "utf8")).toBe(readFileSync(join(cwd, `whole-${name}`), "utf8"));
      expect(existsSync(`${file}.journal`)).toBe(false);
    },
  );

  it("survives being killed without warning", async () => {
    const cwd = folder();
    const argv = [...argvOf(1000), "-o", "rows.ndjson", "--workers", "2"];
    const child = spawn(process.execPath, argv, { cwd });
    const ended = new Promise((resolve) => child.once("close", resolve));
    const file = join(cwd, "rows.ndjson");
    while (!existsSync(file) || statSync(file).size < 20_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGKILL");
    await ended;
    expect(run(cwd, ...argv, "--resume").status).toBe(0);
    run(cwd, ...argvOf(1000), "-o", "whole.ndjson");
    expect(readFileSync(file, "utf8")).toBe(readFileSync(join(cwd, "whole.ndjson"), "utf8"));
  });

  it("ends soon when nobody reads the rows any more", async () => {
    const argv = [...argvOf(100_000), "--format", "ndjson", "--workers", "1"];
    const child = spawn(process.execPath, argv);
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(code).toBe(0);
  });
});

describe("memory", () => {
  it("does not grow with the number of points", () => {
    // Every point is new to the planner, so nothing that is remembered helps; the peak is told by the system.
    const peak = (points: number): number => {
      const program = `process.argv.splice(1, 0); process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS)); await import(${JSON.stringify(PROGRAM)});`;
      const argv = ["--input-type=module", "-e", program, "--", ...argvOf(points)];
      const { stderr, status } = run(folder(), ...argv, "--format", "ndjson", "--workers", "1");
      expect(status).toBe(0);
      return Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1024;
    };
    const small = peak(300);
    const large = peak(3000);
    expect(large).toBeLessThan(300);
    expect(large).toBeLessThan(small + 60);
  });
});
