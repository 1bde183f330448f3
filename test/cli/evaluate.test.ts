import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/report/csv.ts";
import { candidatesTable } from "../../src/report/evaluation/candidates-table.ts";
import type { EvaluationResult } from "../../src/report/types.ts";
import { chipselect, type Outcome } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

/** A service that a few accelerators can carry and a microcontroller cannot. */
const CHAT = `
scenario: {name: Chat, application: natural-language-services, place: cloud}
demand:
  tasks:
    - id: chat
      kind: inference
      mode: interactive
      model: llama3.1-8b
      rate: 2 requests/s
      input: {mean: 500, p95: 1500}
      output: {mean: 200, p95: 500}
      latency: {timeToFirstToken: 2 s, timePerOutputToken: 100 ms}
budget: {energyPrice: 0.10 USD/kWh, horizon: 3 years}
constraints: {chips: {allow: [h100-sxm, mi300x, l40s]}}
`;

/** Nobody answers within a microsecond. */
const IMPOSSIBLE = CHAT.replace("timePerOutputToken: 100 ms", "timePerOutputToken: 1 us");

async function evaluate(workload: string, ...flags: string[]): Promise<Outcome> {
  return chipselect(["evaluate", "-", ...flags], { stdin: workload });
}

function parsed(outcome: Outcome): EvaluationResult {
  return JSON.parse(outcome.stdout);
}

describe("evaluate", () => {
  it("ends with 0 and the recommendation first when a chip meets every limit", async () => {
    const { code, stdout } = await evaluate(CHAT);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(/(H100|MI300X|L40S)/u);
    expect(stdout).toContain("Ranking");
  });

  it("ends with 1 and says so when no chip does, with every candidate in the JSON", async () => {
    const { code, stdout } = await evaluate(IMPOSSIBLE);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^No candidate meets every limit\./u);

    const json = await evaluate(IMPOSSIBLE, "--format", "json");
    expect(json.code).toBe(1);
    const { candidates, recommendation } = parsed(json);
    expect(recommendation).toBeNull();
    expect(candidates.length).toBeGreaterThan(100);
    for (const { rank, limits, reasons } of candidates) {
      expect(rank).toBeNull();
      expect(limits.some(({ pass }) => !pass) || reasons.length > 0).toBe(true);
    }
  });

  it("gives JSON on stdout alone, whatever is said on stderr", async () => {
    // A 95th percentile equal to the mean is fine; a growth target after the horizon is worth a warning.
    const workload = `${CHAT}scalability: {growth: {factor: 2, within: 10 years}}\n`;
    const { code, stdout, stderr } = await evaluate(workload, "--format", "json");
    expect(code).toBe(0);
    expect(stderr).toContain("warning[CS1408]");
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it("says nothing on stderr with --quiet", async () => {
    const workload = `${CHAT}scalability: {growth: {factor: 2, within: 10 years}}\n`;
    expect((await evaluate(workload, "--quiet")).stderr).toBe("");
  });

  it("gives the same bytes twice", async () => {
    expect(await evaluate(CHAT, "--format", "json")).toEqual(
      await evaluate(CHAT, "--format", "json"),
    );
  });

  it("has contributions that add up to the score, and weights to one", async () => {
    const { candidates } = parsed(await evaluate(CHAT, "--format", "json"));
    const ranked = candidates.filter(({ rank }) => rank !== null);
    expect(ranked.length).toBeGreaterThan(0);
    for (const { score, criteria } of ranked) {
      const sum = criteria.reduce((total, { contribution }) => total + contribution, 0);
      expect(sum).toBeCloseTo(score ?? Number.NaN, 9);
      expect(criteria.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 9);
    }
  });

  it("shows all faults of a file at once and ends with 2", async () => {
    const broken = CHAT.replace("rate: 2", "rate: -2").replace("scenario:", "scenaro:");
    const { code, stdout, stderr } = await evaluate(broken);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('did you mean "scenario"?');
    expect(stderr).toMatch(/--> <stdin>:\d+:\d+/u);
    expect(stderr).toMatch(/\d errors?;/u);
  });
});

describe("--report", () => {
  it("takes the kind from the ending of the file where none is named", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "w.yaml"), CHAT);
    const files = ["out/r.json", "r.md", "r.csv"];
    const argv = ["evaluate", "w.yaml", ...files.flatMap((file) => ["--report", file])];
    expect((await chipselect(argv, { cwd })).code).toBe(0);
    const [json = "", markdown = "", csv = ""] = files.map((file) =>
      readFileSync(join(cwd, file), "utf8"),
    );
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1 });
    expect(markdown).toMatch(/^\*\*/u);
    expect(csv).toMatch(/^"id"/u);
  });

  it("writes several files beside stdout, making folders, whole or not at all", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "w.yaml"), CHAT);
    const { code, stderr } = await chipselect(
      ["evaluate", "w.yaml", "--report", "json=out/a/r.json", "--report", "csv=r.csv"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toBe("wrote out/a/r.json\nwrote r.csv\n");
    expect(readdirSync(cwd).sort()).toEqual(["out", "r.csv", "w.yaml"]);
    const result: EvaluationResult = JSON.parse(readFileSync(join(cwd, "out/a/r.json"), "utf8"));
    expect(readFileSync(join(cwd, "r.csv"), "utf8")).toBe(writeCsv(candidatesTable(result)));
  });

  it("refuses a directory, with nothing on stdout", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "sub"));
    writeFileSync(join(cwd, "w.yaml"), CHAT);
    const { code, stdout, stderr } = await chipselect(
      ["evaluate", "w.yaml", "--report", "json=sub"],
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("sub is a directory");
  });
});

describe("explain and simulate", () => {
  it("explain a candidate and suggest a chip that exists", async () => {
    const good = await chipselect(["explain", "-", "--chip", "h100-sxm"], { stdin: CHAT });
    expect(good.code).toBe(0);
    expect(good.stdout).toMatch(/chat: decode/u);
    const bad = await chipselect(["explain", "-", "--chip", "h100-smx"], { stdin: CHAT });
    expect({ code: bad.code, stdout: bad.stdout }).toEqual({ code: 2, stdout: "" });
    expect(bad.stderr).toContain('did you mean "h100-sxm"');
  });

  it("simulate what was asked for", async () => {
    const flags = ["--chip", "h100-sxm", "--chips", "2", "--tp", "2", "--format", "json"];
    const { code, stdout } = await chipselect(["simulate", "-", ...flags], { stdin: CHAT });
    expect(code).toBeLessThan(2);
    expect(JSON.parse(stdout)).toMatchObject({
      chip: { id: "h100-sxm" },
      plan: { chips: 2, tensorParallel: 2 },
    });
  });
});

describe("evaluate --lang", () => {
  it("writes the terminal and the Markdown report in Chinese; pages and machine formats stay", async () => {
    const chinese = await evaluate(CHAT, "--lang", "zh");
    expect(chinese.stdout).toContain("排名");
    expect(chinese.stdout).not.toContain("Ranking");
    const markdown = await evaluate(CHAT, "--lang", "zh", "-f", "markdown");
    expect(markdown.stdout).toContain("### 排名");
    for (const format of ["json", "csv", "html"]) {
      const plain = await evaluate(CHAT, "-f", format);
      expect(await evaluate(CHAT, "--lang", "zh", "-f", format)).toEqual(plain);
    }
  });

  it("follows the locale", async () => {
    const stdin = CHAT;
    const env = { LANG: "zh_CN.UTF-8" };
    expect((await chipselect(["evaluate", "-"], { stdin, env })).stdout).toContain("排名");
    const asked = await chipselect(["evaluate", "-", "--lang", "en"], { stdin, env });
    expect(asked.stdout).toBe((await evaluate(CHAT)).stdout);
  });

  it("refuses a language that it does not have", async () => {
    const { code, stderr } = await evaluate(CHAT, "--lang", "fr");
    expect(code).toBe(2);
    expect(stderr).toContain("valid: en, zh");
  });
});
