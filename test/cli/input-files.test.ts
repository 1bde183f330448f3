import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { getuid } from "node:process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInput } from "../../src/cli/read-input.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

describe("a workload file that cannot be read", () => {
  async function evaluate(cwd: string, name: string, stdin = "") {
    const started = performance.now();
    const outcome = await chipselect(["evaluate", name], { cwd, stdin });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toBe("");
    return outcome.stderr;
  }

  it("is told by name and code, with what would be right", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "sub"));
    symlinkSync("loop.yaml", join(cwd, "loop.yaml"));
    writeFileSync(join(cwd, "big.yaml"), "a: 1\n".repeat(2_000_000));
    expect(await evaluate(cwd, "none.yaml")).toMatch(/error\[CS1001\].*\n +--> none\.yaml:1:1/u);
    expect(await evaluate(cwd, "none.yaml/w.yaml")).toContain("CS1001");
    expect(await evaluate(cwd, "sub")).toMatch(/error\[CS1002\].*directory/u);
    expect(await evaluate(cwd, "loop.yaml")).toContain("CS1003");
    expect(await evaluate(cwd, "big.yaml")).toMatch(/error\[CS1004\].*10 MB/u);
    expect(await evaluate(cwd, "/dev/null")).toContain("CS1002");
  });

  it.skipIf(getuid?.() === 0)("says when permission is denied", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "secret.yaml"), "a: 1");
    chmodSync(join(cwd, "secret.yaml"), 0o000);
    expect(await evaluate(cwd, "secret.yaml")).toMatch(/error\[CS1003\].*permission/u);
  });

  it("is refused from stdin when it is too large", async () => {
    expect(await evaluate(folder(), "-", "a: 1\n".repeat(50_000))).toContain("CS1004");
  });
});

describe("reading input", () => {
  it("reads a file relative to the working directory, and - from stdin", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "w.yaml"), "a: é\n");
    const io = {
      argv: [],
      cwd,
      env: {},
      stdout: { isTerminal: false, columns: null, write: () => Promise.resolve() },
      stderr: { isTerminal: false, columns: null, write: () => Promise.resolve() },
      readStdin: () => Promise.resolve("b: 2\n"),
      platform: "test",
    };
    expect(await readInput(io, "w.yaml")).toEqual({ file: "w.yaml", text: "a: é\n" });
    expect(await readInput(io, "-")).toEqual({ file: "<stdin>", text: "b: 2\n" });
  });
});
