import { describe, expect, it } from "vitest";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { createPalette, type ColourLevel } from "../../src/report/palette.ts";
import { displayWidth } from "../../src/report/terminal/width.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import type { EvaluationResult } from "../../src/report/types.ts";
import { EVALUATION, NOTHING_FEASIBLE, RELAXED } from "./fixtures/evaluation.ts";
import { golden } from "./golden.ts";

interface Drawing {
  width?: number;
  colour?: ColourLevel;
  ascii?: boolean;
  all?: boolean;
}

function draw(result: EvaluationResult, drawing: Drawing = {}): string {
  const { width = 80, colour = 0, ascii = false, all = false } = drawing;
  const document = evaluationDocument(result, { source: "chat.yaml", all });
  return writeTerminal(document, { width, palette: createPalette(colour), ascii });
}

const ESCAPE = "\u001b";
// oxlint-disable-next-line no-control-regex
const CONTROL_SEQUENCE = /\u001b\[\d+m/gu;

describe("the evaluation on a terminal", () => {
  it.each([
    ["evaluation-80.txt", EVALUATION, {}],
    ["evaluation-140.txt", EVALUATION, { width: 140 }],
    ["evaluation-80-ascii-all.txt", EVALUATION, { ascii: true, all: true }],
    ["evaluation-80-colour.txt", EVALUATION, { colour: 1 }],
    ["evaluation-nothing-feasible.txt", NOTHING_FEASIBLE, {}],
  ] as const)("reads as the transcript %s", (name, result, drawing) => {
    const text = draw(result, drawing);
    expect(text).toBe(golden(name, text));
  });

  it.each([60, 80, 100, 140, 200])("has no line wider than %i columns", (width) => {
    const lines = draw(EVALUATION, { width, all: true }).split("\n");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it("says the verdict first and suggests the next command last", () => {
    const lines = draw(EVALUATION, { width: 200 }).trimEnd().split("\n");
    expect(lines[0]).toMatch(/^Take 8 × H200 SXM 141GB/u);
    expect(lines.at(-1)).toBe("Next: chipselect explain chat.yaml --chip h200-sxm");
  });

  it("says the same with colour as without", () => {
    const coloured = draw(EVALUATION, { colour: 1 });
    expect(coloured).toContain(ESCAPE);
    expect(coloured.replaceAll(CONTROL_SEQUENCE, "")).toBe(draw(EVALUATION));
  });

  it("draws nothing beyond ASCII when asked not to", () => {
    expect(draw(EVALUATION, { ascii: true, all: true, width: 140 })).toMatch(/^[\n -~]*$/u);
  });

  it("gives every column when the width is not limited", () => {
    const text = draw(EVALUATION, { width: Infinity });
    expect(text).not.toContain("No room for");
    expect(text).toContain("RTX PRO 6000 Blackwell Server Edition");
  });

  it("drops columns before it shortens names, and never shortens a number", () => {
    const text = draw(EVALUATION, { width: 60 });
    expect(text).toMatch(/No room for: .*Class/u);
    for (const figure of ["0.813", "512", "~2400", "21.3"]) expect(text).toContain(figure);
  });
});

describe("what the evaluation explains", () => {
  const text = draw(EVALUATION, { width: Infinity });

  it("shows value × weight = points for each criterion, adding up to the score", () => {
    const points = [...text.matchAll(/= (\d\.\d{3})/gu)].map((match) => Number(match[1]));
    // Four candidates are shown side by side over seven criteria; the first column is the winner's.
    const winner = points.filter((_, index) => index % 4 === 0);
    expect(winner).toHaveLength(7);
    expect(winner.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.813, 2);
  });

  it("marks figures that rest on an estimate, and only those", () => {
    // Gaudi 3 has an estimated price: bought, its money is marked, watts and times are not; a rent is known.
    const paid = (ownership: "own" | "rent"): string | undefined => {
      const candidates = EVALUATION.candidates.map((candidate) =>
        candidate.plan === null
          ? candidate
          : { ...candidate, plan: { ...candidate.plan, ownership } },
      );
      const lines = draw({ ...EVALUATION, candidates }, { width: Infinity }).split("\n");
      return lines.find((line) => line.startsWith("3  Gaudi"));
    };
    expect(paid("own")).toMatch(/~1210 +~0\.190 +17\.4 +910 +38\.0/u);
    expect(paid("rent")).toMatch(/ 1210 +0\.190 +17\.4 +910 +38\.0/u);
    expect(text).toContain("~ rests on an estimated figure");
  });

  it("says by how much the nearest excluded candidates miss", () => {
    // 1.12 s against 1 s, 61 kW against 50 kW.
    expect(text).toContain("nearest L40S by 12 % (1.12 s, limit 1 s)");
    expect(text).toContain("nearest TPU v5e by 22 %");
  });

  it("gives one reason for candidates with the same fault, without their names in it", () => {
    const place = EVALUATION.candidates.find(({ id }) => id === "esp32-s3")?.limits[0];
    if (place === undefined) throw new Error("the fixture has a chip that is out of place");
    const candidates = EVALUATION.candidates.map((candidate) => {
      if (candidate.limits[0]?.id !== "place") return candidate;
      const message = `${candidate.name}, a part of its own, is not built for a cloud.`;
      return { ...candidate, limits: [{ ...place, message }] };
    });
    expect(draw({ ...EVALUATION, candidates }, { width: Infinity })).toContain(
      "- place: 2 chips; is not built for a cloud (ESP32-S3, STM32H7 (Cortex-M7))",
    );
  });

  it("counts each excluded candidate once, under the first limit it misses", () => {
    const counts = [...text.matchAll(/^- [^:]+: (\d+) chips?/gmu)].map((match) => Number(match[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  it("lists every limit that a candidate misses with --all", () => {
    const all = draw(EVALUATION, { width: Infinity, all: true });
    expect(all).toMatch(
      /A100 SXM4 80GB \[a100-80\]: time to first token by 40 % [^;]*; power per\s+site by 22 %/u,
    );
  });

  it("names the nearest candidate when none is feasible", () => {
    expect(draw(NOTHING_FEASIBLE, { width: 200 })).toMatch(
      /^No candidate meets every limit\. Nearest: L40S misses time to first token by 12 %/u,
    );
  });

  it("says what would let the nearest candidate take part, where that was looked for", () => {
    expect(draw(RELAXED, { width: 200 })).toMatch(
      /^No candidate meets every limit\. Nearest: L40S would fit with\s+demand\.tasks\[0\]\.latency\.timeToFirstToken at 1\.11 s \(now 1 s\)\./u,
    );
  });

  it("names the clause and the line of a limit that excludes", () => {
    const candidates = EVALUATION.candidates.map((candidate) => ({
      ...candidate,
      limits: candidate.limits.map((limit) =>
        limit.id === "power" ? { ...limit, path: "budget.power", line: 41 } : limit,
      ),
    }));
    expect(draw({ ...EVALUATION, candidates }, { width: Infinity })).toContain(
      "- power per site (budget.power, line 41): 1 chip",
    );
  });

  it("adds up the gains over the second to the lead", () => {
    const table = text.slice(text.indexOf("From the first to the second"));
    const last = /\nrisk .*\n/u.exec(table)?.[0] ?? "";
    const [first, second] = EVALUATION.candidates;
    const margin = (first?.score ?? 0) - (second?.score ?? 0);
    expect(Number(last.trim().split(/ +/u).at(-1))).toBeCloseTo(margin, 3);
  });

  it("has the gains in a line where nobody asked what would change the winner", () => {
    const { recommendation } = EVALUATION;
    if (recommendation === null) throw new Error("the fixture has a winner");
    const { assumptions: _assumptions, ...plain } = recommendation;
    const shown = draw({ ...EVALUATION, recommendation: plain }, { width: Infinity });
    expect(shown).not.toContain("From the first to the second");
    expect(shown).toContain("From the second to the first: cost -0.006, performance +0.018,");
  });

  it("says why, a price and other changes that flip, and what is not firm, before the ranking", () => {
    const top = text.slice(0, text.indexOf("Ranking"));
    for (const said of ["beats Instinct MI300X by", "its rent falls to 1.1", "places 2 and 3"]) {
      expect(top).toContain(said);
    }
    expect(top).not.toContain("bandwidth of H200");
    expect(text.slice(text.indexOf("What else would change"))).toContain("bandwidth of H200");
  });

  it("shows what each assumption does to the lead, in a word where the winner drops out", () => {
    expect(text).toMatch(/speed, H200 SXM 141GB +1\.00 +0\.700–1\.40 × +-0\.020 +\+0\.110/u);
    expect(text).toMatch(/limit on TPOT, chat +50\.0 +37\.5–62\.5 ms +out +\+0\.050/u);
  });

  it("warns of criteria that say the same, and lists what the recommendation lacks", () => {
    expect(text).toContain("cost and energy rank these candidates alike");
    expect(text).toContain("Nobody has re-read the datasheet of H200 SXM 141GB.");
  });

  it("leaves out of the tables what does not weigh, and says that it was measured", () => {
    const [first, ...rest] = EVALUATION.criteria;
    if (first === undefined) throw new Error("the fixture has criteria");
    const criteria = [...rest, { ...first, id: "carbon", title: "Carbon", weight: 0 }];
    const shown = draw({ ...EVALUATION, criteria }, { width: Infinity });
    expect(shown).toContain("Measured but not weighed: carbon.");
    expect(shown).not.toMatch(/\ncarbon /u);
  });

  it("says whose weights hold where the file states none", () => {
    const workload = { ...EVALUATION.workload, application: "education" };
    const usual = { ...EVALUATION, workload: { ...workload, weightsFrom: "application" as const } };
    expect(draw(usual, { width: 200 })).toMatch(/those of\s+"education"\s+hold/u);
    expect(draw({ ...EVALUATION, workload }, { width: 200 })).not.toContain("states no weights");
  });

  it("says which criteria do not count and why", () => {
    const [first, ...rest] = EVALUATION.criteria;
    if (first === undefined) throw new Error("the fixture has criteria");
    const reason = "the file sets no budget.";
    const result = { ...EVALUATION, criteria: [{ ...first, notApplicable: reason }, ...rest] };
    expect(draw(result, { width: 200 })).toContain("cost does not count: the file sets no budget.");
  });
});

describe("a workload of several tasks", () => {
  const [task] = EVALUATION.workload.tasks;
  if (task === undefined) throw new Error("the fixture has a task");
  const workload = { ...EVALUATION.workload, tasks: [task, { ...task, id: "second" }] };
  const candidates = EVALUATION.candidates.map((candidate) => {
    const [plan] = candidate.plan?.tasks ?? [];
    if (candidate.plan === null || plan === undefined) return candidate;
    const second = { ...plan, taskId: "second", boundBy: "network" as const };
    return { ...candidate, plan: { ...candidate.plan, tasks: [plan, second] } };
  });
  const text = draw({ ...EVALUATION, workload, candidates }, { width: Infinity });

  it("has a row for each task of each candidate", () => {
    const runs = text.slice(text.indexOf("How each runs"));
    expect(runs).toMatch(/H200 SXM 141GB +chat +bandwidth[^\n]*\n +second +network/u);
  });

  it("leaves times out of the ranking, where they would be of different tasks", () => {
    const ranking = text.slice(text.indexOf("Ranking"), text.indexOf("Why:"));
    expect(ranking).not.toContain("TPOT");
    expect(ranking).toContain("Headroom");
  });
});

describe("text from a workload file", () => {
  it("cannot send control sequences to the terminal", () => {
    const name = `evil${ESCAPE}[31m\u0007name`;
    const text = draw({ ...EVALUATION, workload: { ...EVALUATION.workload, name } });
    expect(text).not.toContain(ESCAPE);
    expect(text).toContain("evil [31m name");
  });
});
