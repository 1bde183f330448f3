import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RankResult } from "../../src/report/rank/types.ts";
import { chipselect, type Outcome } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

const EXAMPLES = join(import.meta.dirname, "../../profiles/matrices");
const FIGHTERS = readFileSync(join(EXAMPLES, "fighter-aircraft.yaml"), "utf8");
const CHIPS = readFileSync(join(EXAMPLES, "inference-accelerators.yaml"), "utf8");

async function rank(text: string, ...flags: string[]): Promise<Outcome> {
  return chipselect(["rank", "-", ...flags], { stdin: text });
}

async function parsed(text: string, ...flags: string[]): Promise<RankResult> {
  return JSON.parse((await rank(text, "--format", "json", "--quiet", ...flags)).stdout);
}

describe("rank", () => {
  // Values of the additive model by hand: A1 = .2 · .5 + .1 · .25 + .1 · .5 + .1 · .625 + .2 · .5 + .3 · 1 = .6375.
  it("ranks by additive value, and contributions add up to the score", async () => {
    const { alternatives, recommendation } = await parsed(FIGHTERS);
    expect(recommendation?.id).toBe("A1");
    expect(alternatives[0]?.score).toBeCloseTo(0.6375, 12);
    for (const { score, criteria } of alternatives) {
      const points = criteria.reduce((sum, { contribution }) => sum + contribution, 0);
      expect(points).toBeCloseTo(score ?? Number.NaN, 12);
    }
    const lead = recommendation?.lead.reduce((sum, { difference }) => sum + difference, 0);
    expect(lead).toBeCloseTo(recommendation?.margin ?? Number.NaN, 12);
  });

  it("prints seed and draws, and takes both from the command line before the file", async () => {
    const stated = `${FIGHTERS}  seed: 7\n  draws: 300\n`;
    expect((await parsed(stated)).robustness).toMatchObject({ seed: 7, draws: 300 });
    const asked = await parsed(stated, "--seed", "8", "--draws", "500");
    expect(asked.robustness).toMatchObject({ seed: 8, draws: 500 });
    expect((await rank(stated)).stdout).toContain("300 draws, seed 7");
  });

  it("gives the same bytes for the same seed", async () => {
    const [one, two] = await Promise.all([rank(CHIPS, "--all"), rank(CHIPS, "--all")]);
    expect(one).toEqual(two);
  });

  it("leaves out what misses a limit, with figure, limit and shortfall", async () => {
    const { code, stdout } = await rank(CHIPS);
    expect(code).toBe(0);
    expect(stdout).toContain("L40S: Memory 48.0 GB, at least 80.0 GB allowed: misses by 40 %");
    const { alternatives } = await parsed(CHIPS);
    expect(alternatives.at(-1)).toMatchObject({
      id: "l40s",
      rank: null,
      feasible: false,
      score: null,
    });
  });

  it("ends with 1 and every shortfall when nothing meets the limits", async () => {
    const strict = CHIPS.replace("limit: {min: 80}", "limit: {min: 1000}");
    const { code, stdout } = await rank(strict);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^No alternative meets every limit\./u);
    // The nearest first.
    expect(stdout).toMatch(/MI300X: .*misses by 81 %[\s\S]*L40S: .*misses by 95 %/u);
    // Without a stated range there is none either: no alternative is left to give it.
    const unstated = strict.replace(
      "value: {shape: linear, worst: 1200, best: 300}",
      "direction: min",
    );
    expect((await parsed(unstated)).criteria.at(-1)).toMatchObject({ id: "power", value: null });
    expect(await parsed(strict)).toMatchObject({
      recommendation: null,
      robustness: null,
      witnesses: [],
    });
  });

  it("counts an unknown figure as worst, and says what it could be worth", async () => {
    const { stdout, stderr } = await rank(CHIPS);
    const sentence = "Gaudi 3 HL-325L: rent unknown and counted as worst; at best it would score";
    expect(stderr).toContain(`warning: ${sentence}`);
    expect(stdout.replaceAll(/\s+/gu, " ")).toContain(sentence);
  });

  it("says that a range comes from the set where the file states none", async () => {
    const unstated = FIGHTERS.replace(", range: [1.5, 2.5]", ", direction: max");
    const { stderr, stdout } = await rank(unstated);
    expect(stderr).toContain("no range is stated for speed: it comes from the set of alternatives");
    expect(stdout).toMatch(/^Maximum speed .* the set /mu);
    expect((await rank(FIGHTERS)).stderr).toBe("");
  });

  it("tells why methods disagree", async () => {
    const { witnesses } = await parsed(FIGHTERS);
    const found = witnesses.flatMap(({ disagreement }) => disagreement ?? []);
    expect(found.length).toBeGreaterThan(0);
    for (const { message, ahead, behind, standardShare, witnessShare } of found) {
      expect(message).toContain(`${behind} before ${ahead}`);
      expect(witnessShare).toBeLessThan(standardShare);
    }
  });

  it("warns of inconsistent comparisons, with the random index", async () => {
    // Circular: a over b, b over c, c over a.
    const text = `name: Circle
criteria: [{id: a, range: [0, 1]}, {id: b, range: [0, 1]}, {id: c, range: [0, 1]}]
alternatives: [{id: x, values: [1, 0, 0]}, {id: y, values: [0, 1, 0]}]
weights: {method: ahp, comparisons: [[1, 3, 1/3], [1/3, 1, 3], [3, 1/3, 1]]}
`;
    const { stderr } = await rank(text);
    expect(stderr).toMatch(
      /contradict each other: consistency ratio 1\.\d+ \(random index: saaty\)/u,
    );
  });

  it.each([
    ["table", /^A1 is narrowly ahead of A3 mainly by Manoeuvrability/u],
    ["markdown", /^\*\*A1 is narrowly ahead of A3/u],
    ["csv", /^"id","name",rank|^"id","name","rank","score"/u],
  ])("writes %s", async (format, start) => {
    const { stdout } = await rank(FIGHTERS, "--format", format);
    expect(stdout).toMatch(start);
  });

  it("has one CSV record an alternative, with the figures and the ranks of all methods", async () => {
    const { stdout } = await rank(CHIPS, "--format", "csv");
    const [header = "", ...records] = stdout.trimEnd().split("\r\n");
    expect(records).toHaveLength(6);
    expect(header).toContain('"rent (USD/h)","rent value","rent points"');
    expect(header).toContain('"rank by topsis (vector, on values)"');
  });

  it("keeps to 80 columns and to ASCII when asked", async () => {
    for (const text of [FIGHTERS, CHIPS]) {
      const { stdout } = await rank(text, "--ascii");
      expect(stdout).toMatch(/^[\n -~]*$/u);
      expect(stdout).not.toContain("?");
      expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
    }
  });

  it("names file, line and column of each fault, and ends with 2", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "bad.yaml"), FIGHTERS.replace("unit: Mach", "units: Mach"));
    const { code, stdout, stderr } = await chipselect(["rank", "bad.yaml"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/error\[CS1101\]: unknown key "units"\n {2}--> bad\.yaml:8:39/u);
    expect(stderr).toContain('did you mean "unit"?');
  });

  it.each([
    ["--draws", "5", "from 100 to 1000000"],
    ["--seed", "-1", "whole number from 0"],
  ])("refuses %s %s", async (flag, value, help) => {
    const { code, stderr } = await rank(FIGHTERS, flag, value);
    expect(code).toBe(2);
    expect(stderr).toContain(help);
  });

  it("takes hundreds of alternatives", async () => {
    const rows = Array.from(
      { length: 300 },
      (_, i) => `  - {id: a${i}, values: [${i % 17}, ${(i * 7) % 31}]}`,
    );
    const text = `name: Many
criteria: [{id: x, range: [0, 20]}, {id: y, range: [0, 40]}]
alternatives:
${rows.join("\n")}
`;
    const { alternatives, robustness } = await parsed(text, "--draws", "100");
    expect(alternatives).toHaveLength(300);
    expect(robustness?.acceptability).toHaveLength(300);
  }, 30_000);
});
