import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands/registry.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { chipselect } from "./fake-io.ts";

// Exit codes: 0 ran, 1 a gate fails, 2 could not run (the command line contract).

describe("without arguments", () => {
  it("shows two examples on stderr and ends with 2", async () => {
    const { code, stdout, stderr } = await chipselect([]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("chipselect init workload.yaml");
    expect(stderr).toContain("chipselect evaluate workload.yaml");
  });
});

describe("help", () => {
  it("goes to stdout and ends with 0", async () => {
    const { code, stdout, stderr } = await chipselect(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toContain(name);
      expect(stdout).toContain(summary.split(" ")[0]);
    }
  });

  it.each(COMMANDS.map(({ name }) => name))("of %s shows examples before options", async (name) => {
    const { code, stdout } = await chipselect([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Examples:");
    expect(stdout.indexOf("Examples:")).toBeLessThan(stdout.indexOf("Options:"));
    expect(stdout).toContain(`chipselect ${name}`);
  });

  it("is the same as help COMMAND", async () => {
    const asOption = await chipselect(["evaluate", "-h"]);
    expect(await chipselect(["help", "evaluate"])).toEqual(asOption);
  });

  it("groups options", async () => {
    expect((await chipselect(["simulate", "--help"])).stdout).toMatch(/Configuration:[^]*Output:/u);
  });
});

describe("--version", () => {
  it("prints the version of package.json and nothing else", async () => {
    const text = readFileSync(join(packageRoot(), "package.json"), "utf8");
    const { version }: { version: string } = JSON.parse(text);
    const outcome = await chipselect(["--version"]);
    expect(outcome).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("a command line that is wrong", () => {
  it.each([
    [["evalute", "w.yaml"], /unknown command 'evalute'\n\(Did you mean evaluate\?\)/u],
    [
      ["evaluate", "w.yaml", "--formt", "json"],
      /unknown option '--formt'\n\(Did you mean --format\?\)/u,
    ],
    [["evaluate", "w.yaml", "--format", "jsn"], /did you mean "json"\?/u],
    [["evaluate", "w.yaml", "--report", "out"], /Write it as kind=file/u],
    [["evaluate", "w.yaml", "--report", "markdwn=out.md"], /did you mean "markdown"\?/u],
    [["evaluate"], /missing required argument 'workload'/u],
    [["evaluate", "a.yaml", "b.yaml"], /too many arguments/u],
    [["evaluate", "a.yaml", "--seed", "-1"], /whole number/u],
    [["simulate", "w.yaml"], /required option '--chip <id>' not specified/u],
    [["simulate", "w.yaml", "--chip", "x", "--tp", "0"], /whole number of at least 1/u],
    [["simulate", "w.yaml", "--chip", "x", "--tp", "1.5"], /whole number of at least 1/u],
    [["simulate", "w.yaml", "--chip", "x", "--precision", "fp9"], /did you mean/u],
    [["simulate", "w.yaml", "--chip", "x", "--precision", "fp8/fp8"], /one format, or three/u],
    [["catalog", "lst"], /unknown command 'lst'/u],
    [["catalog", "list", "chip"], /did you mean "chips"/u],
    [["explain", "w.yaml"], /--chip ID is missing/u],
    [["explain", "--chip", "h100-sxm"], /needs a workload file/u],
  ])(
    "%j ends with 2, says what is wrong on stderr, and nothing on stdout",
    async (argv, message) => {
      const { code, stdout, stderr } = await chipselect(argv);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(message);
    },
  );

  it("takes options before the command", async () => {
    const outcome = await chipselect(["--format", "json", "explain", "TPOT"]);
    expect(outcome).toEqual(await chipselect(["explain", "TPOT", "--format", "json"]));
    expect(outcome.code).toBe(0);
  });
});
