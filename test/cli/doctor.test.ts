import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import { run } from "../../src/cli/main.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

interface Findings {
  ok: boolean;
  findings: { id: string; value: string; ok: boolean | null }[];
}

describe("chipselect doctor", () => {
  it("tells what it runs on and how it draws there", async () => {
    let stdout = "";
    const stream = {
      isTerminal: false,
      columns: null,
      write: (text: string) => {
        stdout += text;
        return Promise.resolve();
      },
    };
    const code = await run({
      argv: ["doctor", "--format", "json"],
      cwd: "/",
      env: { LANG: "C", COLUMNS: "132" },
      stdout: stream,
      stderr: stream,
      readStdin: () => Promise.resolve(""),
      platform: "Node.js v20.17.0, linux x64",
    });
    const { ok, findings }: Findings = JSON.parse(stdout);
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    const values = Object.fromEntries(findings.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({
      folder: packageRoot(),
      node: "Node.js v20.17.0, linux x64 (needs 20.17)",
      width: "132",
      characters: "ASCII (the locale is not UTF-8)",
      worker: "there",
    });
  });

  it("ends with 1 and says what to do on a Node.js that is too old", async () => {
    // The stand-in for a process calls itself v0.
    const { code, stdout } = await chipselect(["doctor"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 of \d checks fail\.\n/u);
    expect(stdout).toContain("Node.js: install Node.js 20.17 or newer");
  });

  it("finds parts that are missing", () => {
    const root = join(folder(), "chipselect");
    mkdirSync(root);
    for (const part of ["bin", "dist", "schemas", "package.json"]) {
      cpSync(join(packageRoot(), part), join(root, part), { recursive: true });
    }
    symlinkSync(join(packageRoot(), "node_modules"), join(root, "node_modules"));
    rmSync(join(root, "dist", "data", "catalog.json"));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, "bin", "chipselect.js"), "doctor", "--format", "json"],
      { encoding: "utf8" },
    );
    const { findings }: Findings = JSON.parse(stdout);
    const wrong = findings.filter(({ ok }) => ok === false).map(({ id }) => id);
    expect({ status, wrong }).toEqual({ status: 1, wrong: ["catalogue", "examples"] });
  });
});
