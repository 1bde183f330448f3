import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/report/csv.ts";
import { explainDocument } from "../../src/report/explain/document.ts";
import { operatorsTable } from "../../src/report/explain/operators-table.ts";
import { phaseTable } from "../../src/report/explain/phase.ts";
import { createPalette } from "../../src/report/palette.ts";
import { simulateDocument } from "../../src/report/simulate/document.ts";
import { displayWidth } from "../../src/report/terminal/width.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import type { Document } from "../../src/report/document.ts";
import { EVALUATION } from "./fixtures/evaluation.ts";
import { CHAT, EXPLAIN, SIMULATE } from "./fixtures/explain.ts";
import { golden } from "./golden.ts";

const VIEW = { source: "chat.yaml", all: false };

function draw(document: Document, width = 80): string {
  return writeTerminal(document, { width, palette: createPalette(0), ascii: false });
}

describe("explain for one candidate", () => {
  it.each([80, 140])("reads as the transcript at %i columns", (width) => {
    const text = draw(explainDocument(EXPLAIN, VIEW), width);
    expect(text).toBe(golden(`explain-${width}.txt`, text));
  });

  it("accounts for the whole time of a step", () => {
    const [phase] = CHAT.phases;
    if (phase === undefined) throw new Error("the fixture has a phase");
    const shares = phaseTable(phase, false).rows.map((row) => Number(row[4]?.value));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("sums up operators under half a percent unless all are asked for", () => {
    expect(draw(explainDocument(EXPLAIN, VIEW))).toContain("1 smaller");
    const all = draw(explainDocument(EXPLAIN, { ...VIEW, all: true }));
    expect(all).not.toContain("smaller");
    expect(all).toContain("norm");
  });

  it("says by how much an excluded candidate misses", () => {
    const candidate = EVALUATION.candidates.find(({ id }) => id === "a100-80");
    if (candidate === undefined) throw new Error("the fixture has an A100");
    const document = explainDocument({ ...EXPLAIN, candidate, tasks: [] }, VIEW);
    expect(draw(document, 200)).toMatch(
      /^A100 SXM4 80GB is excluded for [^:]+: it misses time to first token\s+by 40 %\s+\(1\.4 s, limit 1 s\), and 1\s+more\./u,
    );
  });

  it("fits the width, also where a limit is a long list of names", () => {
    const stacks = {
      id: "stack",
      title: "Software for the tasks",
      limit: "llm-inference",
      value: Array.from({ length: 20 }, (_, index) => `stack-${index}`).join(", "),
      unit: "",
      pass: true,
      shortfall: null,
      message: "Has a stack.",
    };
    const candidate = { ...EXPLAIN.candidate, limits: [...EXPLAIN.candidate.limits, stacks] };
    const text = draw(explainDocument({ ...EXPLAIN, candidate }, VIEW));
    expect(text).toMatch(/Software for the tasks +met +- +llm-inference/u);
    const lines = text.split("\n");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });
});

describe("simulate for one configuration", () => {
  it("reads as the transcript", () => {
    const text = draw(simulateDocument(SIMULATE, VIEW));
    expect(text).toBe(golden("simulate-80.txt", text));
  });

  it("says in words that a limit is missed", () => {
    const text = draw(simulateDocument(SIMULATE, VIEW));
    expect(text).toContain("cannot run");
    expect(text).toMatch(/time to first token +MISSED +1\.12 s +1 s/u);
  });

  it("leaves out times that the task does not have", () => {
    expect(draw(simulateDocument(SIMULATE, VIEW))).not.toContain("Training");
  });
});

describe("operators as CSV", () => {
  it("has a record for each operator and collective, in SI units", () => {
    const records = writeCsv(operatorsTable([CHAT]))
      .trimEnd()
      .split("\r\n");
    expect(records).toHaveLength(1 + 4 + 1);
    expect(records[0]).toContain('"time (s)"');
    expect(records[1]).toContain('"ffn up and gate","matmul",80,0.0085,');
  });
});

describe("the suggested command", () => {
  it("can be pasted into a shell whatever the file is called", () => {
    const text = draw(explainDocument(EXPLAIN, { ...VIEW, source: "my $HOME's file.yaml" }), 200);
    expect(text).toContain(
      String.raw`chipselect simulate 'my $HOME'\''s file.yaml' --chip h200-sxm`,
    );
  });
});
