import { describe, expect, it } from "vitest";
import { evaluationDocument } from "../../../src/report/evaluation/document.ts";
import { explainDocument } from "../../../src/report/explain/document.ts";
import type { Document } from "../../../src/report/document.ts";
import { writeHtml } from "../../../src/report/html/page.ts";
import { writeMarkdown } from "../../../src/report/markdown.ts";
import { createPalette } from "../../../src/report/palette.ts";
import { writeTerminal } from "../../../src/report/terminal/write.ts";
import { EVALUATION } from "../fixtures/evaluation.ts";
import { EXPLAIN } from "../fixtures/explain.ts";
import { tableRows, textOf } from "./read-page.ts";

const EVALUATED = evaluationDocument(EVALUATION, { source: "chat.yaml", all: true });
function onTerminal(document: Document): string {
  return writeTerminal(document, { width: Infinity, palette: createPalette(0), ascii: false });
}

/** A line of a table whatever the width of its columns. */
describe("bars of an evaluation", () => {
  const html = writeHtml(EVALUATED, EVALUATION);

  it("stacks the points of each criterion to the score that the tables and JSON have", () => {
    const chart = /<svg class="bars".*?<\/svg>/su.exec(html)?.[0] ?? "";
    const ranked = EVALUATION.candidates.filter(({ score }) => score !== null);
    const told = [...chart.matchAll(/<g class="part[^>]*><title>([^<]*)<\/title>/gu)].map(
      (match) => match[1],
    );
    expect(told).toEqual(
      ranked.flatMap(({ criteria }) =>
        criteria
          .filter(({ contribution }) => contribution > 0)
          .map(({ id, contribution }) => `${id}: ${contribution.toFixed(3)}`),
      ),
    );
    const totals = [...chart.matchAll(/class="total"[^>]*>([^<]*)</gu)].map((match) => match[1]);
    expect(totals).toEqual(ranked.map(({ score }) => score?.toFixed(3)));
  });

  it("draws segments as long as their points: the widths of a bar add up like its score", () => {
    const chart = /<svg class="bars".*?<\/svg>/su.exec(html)?.[0] ?? "";
    const widths = new Map<string, number>();
    for (const [, top = "", width] of chart.matchAll(/ y="(\d+)" width="([\d.]+)"/gu)) {
      widths.set(top, (widths.get(top) ?? 0) + Number(width));
    }
    const scores = EVALUATION.candidates.flatMap(({ score }) => (score === null ? [] : [score]));
    const [firstWidth = 0] = widths.values();
    const [firstScore = 0] = scores;
    expect([...widths.values()].map((width) => width / firstWidth)).toEqual(
      scores.map((score) => expect.closeTo(score / firstScore, 3) as unknown),
    );
  });

  it("draws the score of one candidate that is explained as well", () => {
    const explained = writeHtml(explainDocument(EXPLAIN, { source: "w", all: false }), EXPLAIN);
    const totals = [...explained.matchAll(/class="total"[^>]*>([^<]*)</gu)];
    expect(totals.map((match) => match[1])).toEqual([EXPLAIN.candidate.score?.toFixed(3)]);
  });

  it("leaves charts of a table to pages: text has the table", () => {
    const bare = { blocks: EVALUATED.blocks.filter(({ kind }) => kind !== "bars") };
    expect(bare.blocks).toHaveLength(EVALUATED.blocks.length - 1);
    expect(onTerminal(EVALUATED)).toBe(onTerminal(bare));
    expect(writeMarkdown(EVALUATED)).toBe(writeMarkdown(bare));
  });
});

describe("a scatter plot as a page", () => {
  const points = [
    { x: 1, y: 1 },
    { x: 10, y: 19 },
    { x: 100, y: 300 },
    { x: 0, y: 5 },
  ];
  const plot = { xTitle: "measured, in ms", yTitle: "predicted", points };
  const html = writeHtml({ title: "t", blocks: [{ kind: "scatter", plot }] }, {});

  it("puts points on logarithmic axes of whole decades, 1 to 1000 here", () => {
    const circles = [...html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/gu)];
    const at = circles.map(([, cx, cy]) => ({ x: Number(cx), y: Number(cy) }));
    // A figure of 0 has no logarithm and is left out.
    expect(at).toHaveLength(3);
    const [one, ten, hundred] = at;
    const decade = (ten?.x ?? 0) - (one?.x ?? 0);
    expect((hundred?.x ?? 0) - (ten?.x ?? 0)).toBeCloseTo(decade, 0);
    expect((one?.y ?? 0) - (ten?.y ?? 0)).toBeCloseTo(decade * Math.log10(19), 0);
  });

  it("tells the same in words and as a table, by decades", () => {
    const text = textOf(html);
    expect(text).toContain("both logarithmic from 1 to 1000");
    // 1 → 1 and 10 → 19 lie within a factor of two, 100 → 300 does not.
    expect(text).toContain("3 points");
    expect(text).toContain("factor of 2 at most: 67 %");
    expect(tableRows(html).map(({ cells }) => cells)).toEqual([
      ["1 to 10", "1", "1.00", "100"],
      ["10 to 100", "1", "1.90", "100"],
      ["100 to 1000", "1", "3.00", "0"],
    ]);
  });

  it("is left out without a point that can be drawn", () => {
    const none = { ...plot, points: [{ x: 0, y: 1 }] };
    const empty = writeHtml({ title: "t", blocks: [{ kind: "scatter", plot: none }] }, {});
    expect(empty).not.toContain("<svg class");
  });
});
