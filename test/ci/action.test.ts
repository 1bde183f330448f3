import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/app/package-root.ts";
import { temporaryFolders } from "../cli/temporary-folder.ts";

const folder = temporaryFolders();
// Whole programs run here, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = packageRoot();

interface Action {
  inputs: Record<string, { required?: boolean; default?: string }>;
  outputs: Record<string, { value: string }>;
  runs: {
    using: string;
    steps: { name: string; shell: string; run: string; env?: Record<string, string> }[];
  };
}

interface Template {
  ".chipselect-check": {
    script: string[];
    variables: Record<string, string>;
    artifacts: { reports: { junit: string; codequality: string } };
  };
}

const action: Action = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

/** A folder with an `npm` that only says that it was called: no test may install anything. */
function withoutNpm(): string {
  const bin = folder();
  writeFileSync(join(bin, "npm"), '#!/bin/sh\necho "npm $*"\nexit 9\n', { mode: 0o755 });
  return bin;
}

/** Runs the steps as a runner does: each in a shell of its own, with the inputs put into its environment. */
function runAction(
  cwd: string,
  inputs: Record<string, string>,
  actionPath = ROOT,
): { code: number; output: string } {
  const given = (text: string): string =>
    text.replaceAll(/\$\{\{ inputs\.(\w+) \}\}/gu, (_whole, name: string) => {
      const input = action.inputs[name];
      if (input === undefined) throw new Error(`no input ${name}`);
      return inputs[name] ?? input.default ?? "";
    });
  let output = "";
  for (const { run, env = {} } of action.runs.steps) {
    const own = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, given(value)]),
    );
    const result = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd,
      encoding: "utf8",
      env: {
        PATH: `${withoutNpm()}:${process.env["PATH"] ?? ""}`,
        HOME: cwd,
        GITHUB_ACTION_PATH: actionPath,
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: cwd,
        GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
        ...own,
      },
    });
    output += result.stdout + result.stderr;
    if (result.status !== 0) return { code: result.status ?? -1, output };
  }
  return { code: 0, output };
}

function git(cwd: string, ...argv: string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
  const { status, stderr } = spawnSync("git", [...identity, ...argv], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** A team's repository with a clone, in which a pull request changes the spec. */
function repository(): string {
  const at = folder();
  const origin = join(at, "origin");
  mkdirSync(join(origin, "chips"), { recursive: true });
  mkdirSync(join(origin, "workloads"));
  const example = (name: string): string => join(ROOT, "profiles/checks", name);
  cpSync(example("meridian-1.yaml"), join(origin, "chips/meridian-1.yaml"));
  cpSync(example("assistant.yaml"), join(origin, "workloads/assistant.yaml"));
  cpSync(example("summaries.yaml"), join(origin, "workloads/summaries.yaml"));
  cpSync(example("policy.yaml"), join(origin, "policy.yaml"));
  git(origin, "init", "--quiet", "--initial-branch", "main");
  git(origin, "add", ".");
  git(origin, "commit", "--quiet", "-m", "spec");
  const clone = join(at, "clone");
  git(at, "clone", "--quiet", origin, clone);
  return clone;
}

const INPUTS = {
  specs: "chips/*.yaml",
  workloads: "workloads/*.yaml",
  policy: "policy.yaml",
  base: "main",
};

describe("the GitHub action", () => {
  it("is composite and takes every input that its steps use", () => {
    expect(action.runs.using).toBe("composite");
    const used = JSON.stringify(action).match(/(?<=inputs\.)\w+/gu) ?? [];
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    // Text of a pull request inside a script would be run: inputs come through the environment.
    for (const { run } of action.runs.steps) expect(run).not.toContain("${{");
  });

  it("installs what is not built, and nothing else", () => {
    const bare = folder();
    expect(runAction(folder(), INPUTS, bare)).toEqual({
      code: 9,
      output: `npm ci --prefix ${bare} --no-audit --no-fund\n`,
    });
  });

  it("passes an unchanged spec and compares it with the base", () => {
    const clone = repository();
    const { code, output } = runAction(clone, INPUTS);
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining("Check passes"),
    });
    const comment = readFileSync(join(clone, "chipselect-reports/comment.md"), "utf8");
    expect(comment).toContain("No figure differs from the baseline.");
    expect(existsSync(join(clone, "chipselect-reports/check.sarif"))).toBe(true);
    expect(existsSync(join(clone, "chipselect-reports/junit.xml"))).toBe(true);
  });

  it("fails a pull request that raises the price, with the line, the old and the new figure", () => {
    const clone = repository();
    const spec = join(clone, "chips/meridian-1.yaml");
    writeFileSync(spec, readFileSync(spec, "utf8").replace("price: 8 k USD", "price: 60 k USD"));
    const { code, output } = runAction(clone, INPUTS);
    expect(code).toBe(1);
    expect(output).toContain("::error file=chips/meridian-1.yaml,line=56,");
    const comment = readFileSync(join(clone, "chipselect-reports/comment.md"), "utf8");
    expect(comment).toContain("8 k USD → 60 k USD | +650 % | worse");
    expect(readFileSync(join(clone, "summary.md"), "utf8")).toContain("Check fails");
  });

  it("checks a spec that the base does not have", () => {
    const clone = repository();
    const spec = readFileSync(join(clone, "chips/meridian-1.yaml"), "utf8");
    writeFileSync(
      join(clone, "chips/meridian-2.yaml"),
      spec.replace("id: meridian-1", "id: meridian-2"),
    );
    const { code, output } = runAction(clone, INPUTS);
    expect(output).toContain("meridian-2");
    expect(code).toBe(0);
  });

  it("needs no base, and does not run what an input says", () => {
    const clone = repository();
    const { code } = runAction(clone, { ...INPUTS, base: "", policy: "policy.yaml; touch pwned" });
    expect(code).toBe(2);
    expect(existsSync(join(clone, "pwned"))).toBe(false);
    expect(runAction(clone, { ...INPUTS, base: "" }).code).toBe(0);
  });
});

describe("the other ways into CI", () => {
  it("GitLab's template runs a command line that the program takes, and its reports", () => {
    const template: Template = parse(
      readFileSync(join(ROOT, ".ci/chipselect.gitlab-ci.yml"), "utf8"),
    );
    const job = template[".chipselect-check"];
    const clone = repository();
    const script = job.script.join("\n").replace("npx --yes $CHIPSELECT", '"$CHIPSELECT"');
    const bin = join(clone, "program.sh");
    writeFileSync(bin, `#!/bin/sh\nexec node ${join(ROOT, "bin/chipselect.js")} "$@"\n`, {
      mode: 0o755,
    });
    const { status, stderr } = spawnSync("sh", ["-e", "-c", script], {
      cwd: clone,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        GITLAB_CI: "true",
        CI_PROJECT_DIR: clone,
        ...job.variables,
        SPECS: "chips/*.yaml",
        WORKLOADS: "workloads/*.yaml",
        POLICY: "policy.yaml",
        CHIPSELECT: bin,
      },
    });
    expect({
      status,
      stderr: stderr.split("\n").filter((line) => !line.startsWith("wrote ")),
    }).toEqual({
      status: 0,
      stderr: [""],
    });
    for (const file of [job.artifacts.reports.junit, job.artifacts.reports.codequality]) {
      expect(existsSync(join(clone, file))).toBe(true);
    }
  });

  it("pre-commit appends the changed specs to its entry", () => {
    const hooks: { entry: string; files: string }[] = parse(
      readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8"),
    );
    const { entry = "", files = "" } = hooks[0] ?? {};
    const [command, ...argv] = entry.split(" ");
    expect(command).toBe("chipselect");
    const clone = repository();
    const args = [
      "--workload=workloads/assistant.yaml",
      "--policy=recommended",
      "chips/meridian-1.yaml",
    ];
    const { status } = spawnSync("node", [join(ROOT, "bin/chipselect.js"), ...argv, ...args], {
      cwd: clone,
    });
    expect(status).toBe(0);
    expect(new RegExp(files, "u").test("chips/meridian-1.chip.yaml")).toBe(true);
  });
});
