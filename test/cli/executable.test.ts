import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const ROOT = packageRoot();
const EXECUTABLE = join(ROOT, "bin", "chipselect.js");
const EXAMPLE = join(ROOT, "profiles", "workloads", "natural-language-services.yaml");

function execute(...argv: string[]) {
  // The whole catalogue with every figure is more than the megabyte that spawnSync takes unasked.
  const options = { encoding: "utf8", maxBuffer: 64 * 2 ** 20 } as const;
  return spawnSync(process.execPath, [EXECUTABLE, ...argv], options);
}

describe("the executable alone", () => {
  const folder = temporaryFolders();

  function copied(): string {
    const root = folder();
    cpSync(join(ROOT, "bin"), join(root, "bin"), { recursive: true });
    cpSync(join(ROOT, "package.json"), join(root, "package.json"));
    return join(root, "bin", "chipselect.js");
  }

  it("answers --version without the program or any package, so that it costs nothing to ask", () => {
    const { version }: { version: string } = JSON.parse(
      readFileSync(join(ROOT, "package.json"), "utf8"),
    );
    const { status, stdout } = spawnSync(process.execPath, [copied(), "--version"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });

  it("says when it is not built", () => {
    const argv = [copied(), "evaluate", "w.yaml"];
    const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "error: chipselect is not built\nhelp: npm run build\n",
    });
  });
});

describe("the built program", () => {
  const folder = temporaryFolders();

  it("is there: `npm ci` builds it", () => {
    for (const bundle of ["main.cjs", "evaluate.cjs"]) {
      expect(existsSync(join(ROOT, "dist", "cli", bundle))).toBe(true);
    }
  });

  const STARTER = join(ROOT, "bin", "program.js");

  it.each(["evaluate", "explain"])(
    "starts %s from code that V8 compiled in the build",
    (command) => {
      const isCompiled = `const { bundleOf, compiledProgram } = require(${JSON.stringify(STARTER)});
      process.exitCode = compiledProgram(bundleOf("${command}")) ? 0 : 1`;
      expect(spawnSync(process.execPath, ["--eval", isCompiled]).status).toBe(0);
    },
  );

  it("starts without compiled code where V8 refuses it or nobody left any", () => {
    for (const spoil of [(file: string) => writeFileSync(file, "not code"), rmSync]) {
      const root = folder();
      for (const part of ["bin", "dist", "package.json"]) {
        cpSync(join(ROOT, part), join(root, part), { recursive: true });
      }
      const compiled = readdirSync(join(root, "dist/cli")).filter((name) => /cjs\.v/u.test(name));
      expect(compiled).toHaveLength(2);
      for (const name of compiled) spoil(join(root, "dist/cli", name));
      const argv = [join(root, "bin", "chipselect.js"), "catalog", "show", "h100-sxm"];
      const { status, stdout } = spawnSync(process.execPath, argv, { encoding: "utf8" });
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: execute("catalog", "show", "h100-sxm").stdout,
      });
    }
  });

  it("evaluates an example and writes valid JSON, however long, into a pipe", () => {
    const { status, stdout } = execute("evaluate", EXAMPLE, "--format", "json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, tool: { name: "chipselect" } });
  });

  it("ends with 2 on a usage error and on a missing file", () => {
    expect(execute("evalute").status).toBe(2);
    expect(execute("evaluate", "no-such-file.yaml").status).toBe(2);
  });

  it("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [EXECUTABLE, "catalog", "list", "chips", "-f", "json"]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("ends with 130 when it is interrupted", async () => {
    // Reading stdin, which never ends here.
    const child = spawn(process.execPath, [EXECUTABLE, "evaluate", "-"]);
    const ended = new Promise((resolve) => child.once("close", resolve));
    const timer = setInterval(() => child.kill("SIGINT"), 400);
    expect(await ended).toBe(130);
    clearInterval(timer);
  });
});
