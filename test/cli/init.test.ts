import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WORKLOAD_TEMPLATE } from "../../src/cli/workload-template.ts";
import { CRITERIA } from "../../src/decision/criteria/all-criteria.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

describe("init", () => {
  it("writes a template and says what is next", async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await chipselect(["init"], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("next: chipselect evaluate workload.yaml");
    expect(readFileSync(join(cwd, "workload.yaml"), "utf8")).toBe(WORKLOAD_TEMPLATE);
    expect(readdirSync(cwd)).toEqual(["workload.yaml"]);
  });

  it("never overwrites without --force", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "mine.yaml"), "mine");
    const { code, stderr } = await chipselect(["init", "mine.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("mine.yaml exists already");
    expect(readFileSync(join(cwd, "mine.yaml"), "utf8")).toBe("mine");

    expect((await chipselect(["init", "mine.yaml", "--force"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "mine.yaml"), "utf8")).toBe(WORKLOAD_TEMPLATE);
  });

  it("refuses a directory, even with --force", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "sub"));
    const { code, stderr } = await chipselect(["init", "sub", "--force"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("sub is a directory");
  });

  it("writes to stdout for -, and to folders that do not exist yet", async () => {
    const cwd = folder();
    const outcome = await chipselect(["init", "-"], { cwd });
    expect(outcome).toEqual({ code: 0, stdout: WORKLOAD_TEMPLATE, stderr: "" });
    expect((await chipselect(["init", "a/b/w.yaml", "-q"], { cwd })).stderr).toBe("");
    expect(readdirSync(join(cwd, "a", "b"))).toEqual(["w.yaml"]);
  });

  it("starts with the modeline that editors look for", () => {
    expect(WORKLOAD_TEMPLATE.split("\n")[0]).toMatch(/^# yaml-language-server: \$schema=/u);
  });
});

describe("the template", () => {
  const known = {
    models: ["llama3.1-70b"],
    chips: [],
    classes: [],
    vendors: ["some-vendor"],
    stacks: [],
    formFactors: [],
    criteria: CRITERIA.map(({ id }) => id),
    tokenLengths: new Map([["llama3.1-70b", { input: true, output: true }]]),
  };

  it("is a valid workload without warnings", () => {
    expect(readWorkload(WORKLOAD_TEMPLATE, "template", known)).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  it("stays valid when the constraints and budgets that it shows are switched on", () => {
    const active = WORKLOAD_TEMPLATE.replace(/^# (constraints:|  \w)/gmu, "$1").replaceAll(
      /^ {2}# (capital|monthly|power|maxChips)/gmu,
      "  $1",
    );
    expect(active).not.toBe(WORKLOAD_TEMPLATE);
    expect(readWorkload(active, "template", known)).toMatchObject({ ok: true });
  });
});
