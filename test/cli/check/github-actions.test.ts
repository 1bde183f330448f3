import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { temporaryFolders } from "../temporary-folder.ts";
import { at, check, FIXTURES, ROOT, PATIENCE } from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

describe("in GitHub Actions", () => {
  it("annotates and summarises of its own accord, on stderr and in the summary file", async () => {
    const summary = join(folder(), "summary.md");
    writeFileSync(summary, "before\n");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: ROOT };
    const { stdout, stderr } = await check(`${FIXTURES}/fails/die.yaml`, [], { ...at, env });
    expect(stderr).toMatch(
      /^::error file=test\/fixtures\/checks\/fails\/die\.yaml,line=18,col=12,/u,
    );
    expect(stdout).not.toContain("::error");
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n\*\*❌ Check fails/u);
  });

  it("names files from the root of the checkout, wherever it runs", async () => {
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: join(ROOT, "..") };
    const { stderr } = await check(`${FIXTURES}/fails/die.yaml`, [], { ...at, env });
    const name = relative(join(ROOT, ".."), join(ROOT, FIXTURES, "fails/die.yaml"));
    expect(stderr).toContain(`::error file=${name},`);
  });

  it("stays silent when a format or --no-ci is given, and everywhere else", async () => {
    const summary = join(folder(), "summary.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const spec = `${FIXTURES}/fails/die.yaml`;
    expect((await check(spec, ["-f", "json"], { ...at, env })).stderr).toBe("");
    expect((await check(spec, ["--no-ci"], { ...at, env })).stderr).toBe("");
    expect((await check(spec)).stderr).toBe("");
    expect(existsSync(summary)).toBe(false);
  });
});
