import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { explainDocument } from "../../src/report/explain/document.ts";
import type { Document } from "../../src/report/document.ts";
import { DARK, LIGHT } from "../../src/report/html/colours.ts";
import { writeHtml } from "../../src/report/html/page.ts";
import { writeJson } from "../../src/report/json.ts";
import { writeMarkdown } from "../../src/report/markdown.ts";
import { createPalette } from "../../src/report/palette.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import { validationDocument } from "../../src/report/validation/document.ts";
import { contrast } from "./contrast.ts";
import { EVALUATION, NOTHING_FEASIBLE } from "./fixtures/evaluation.ts";
import { EXPLAIN } from "./fixtures/explain.ts";
import { VALIDATION } from "./fixtures/validation.ts";
import { embeddedResult, tableRows, textOf } from "./html-reading.ts";

const EVALUATED = evaluationDocument(EVALUATION, { source: "chat.yaml", all: true });
const VALIDATED = validationDocument(VALIDATION, {
  by: ["set", "class"],
  rows: true,
  scatter: true,
});
const REPORTS: readonly (readonly [string, Document, object])[] = [
  ["evaluation", EVALUATED, EVALUATION],
  [
    "evaluation without an answer",
    evaluationDocument(NOTHING_FEASIBLE, { source: "chat.yaml", all: false }),
    NOTHING_FEASIBLE,
  ],
  ["explanation", explainDocument(EXPLAIN, { source: "chat.yaml", all: true }), EXPLAIN],
  ["validation", VALIDATED, VALIDATION],
];

function onTerminal(document: Document): string {
  return writeTerminal(document, { width: Infinity, palette: createPalette(0), ascii: false });
}

/** A line of a table whatever the width of its columns. */
function squeezed(line: string): string {
  return line.replaceAll(/\s+/gu, " ").trim();
}

function pageOf(text: string): string {
  return writeHtml({ blocks: [{ kind: "paragraph", text }] }, {});
}

describe.each(REPORTS)("the page of an %s", (_, document, result) => {
  const html = writeHtml(document, result);

  it("has every row of every table that the terminal has, with the same figures", () => {
    const lines = new Set(onTerminal(document).split("\n").map(squeezed));
    const rows = tableRows(html).filter((row) => row.inDocument);
    const tables = document.blocks.filter(({ kind }) => kind === "table");
    expect(rows.length).toBeGreaterThanOrEqual(tables.length);
    for (const { cells } of rows) expect(lines).toContain(squeezed(cells.join(" ")));
  });

  it("holds the same result as the JSON report", () => {
    expect(embeddedResult(html)).toEqual(JSON.parse(writeJson(result)));
  });

  it("says every sentence and heading of the document", () => {
    const text = textOf(html);
    const said = document.blocks.flatMap((block) =>
      block.kind === "heading" || block.kind === "paragraph" ? [block.text] : [],
    );
    expect(said.filter((words) => !text.includes(words.replaceAll("`", "")))).toEqual([]);
  });

  it("is the same twice", () => {
    expect(writeHtml(document, result)).toBe(html);
  });

  it("asks for nothing outside itself and runs no script", () => {
    expect(html.match(/<script[^>]*>/gu)).toEqual(['<script type="application/json" id="result">']);
    expect(html).not.toMatch(/<(?:img|iframe|object|embed|form|base)\b|@import|url\(/iu);
    expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/u);
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none';`,
    );
  });

  it("has one h1, a language, and a caption and scopes in every table", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/u);
    expect(html.match(/<h1>/gu)).toHaveLength(1);
    const tables = html.match(/<table>.*?<\/table>/gsu) ?? [];
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/u);
      expect(table).toMatch(/<thead><tr>(?:<th scope="col"[^>]*>.*?<\/th>)+<\/tr><\/thead>/u);
    }
  });

  it("names every heading that its list of contents leads to", () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]));
    for (const [, target] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
  });
});

describe("an evaluation as a page", () => {
  const html = writeHtml(EVALUATED, EVALUATION);

  it("is called like its workload and opens with the verdict", () => {
    expect(html).toContain("<title>Support chat, 70B class · chipselect</title>");
    expect(html).toMatch(
      /<h1>Support chat, 70B class<\/h1>\s*<section[^>]*>\s*<p class="strong">Take 8 × H200/u,
    );
  });

  it("right-aligns figures, with the unit in the head", () => {
    expect(html).toContain(
      '<th scope="col" class="figure">Cost <span class="unit">k USD</span></th>',
    );
    expect(html).toContain('<td class="figure">512</td>');
    expect(html).toMatch(/<th scope="row"><strong>H200 SXM 141GB<\/strong><\/th>/u);
  });

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

  it("says what its columns mean", () => {
    expect(textOf(html)).toContain("time per output token = (end to end − TTFT)");
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

describe("text from files", () => {
  const HOSTILE = `</script><script>alert(1)</script><img src=x onerror='alert(2)'>"><!--\u2028\u0000\u202E]]>&amp;`;

  it("is never markup, wherever it stands", () => {
    const [first, ...rest] = EVALUATION.candidates;
    if (first === undefined) throw new Error("the fixture has candidates");
    const result = {
      ...EVALUATION,
      tool: { name: "chipselect" as const, version: HOSTILE },
      workload: { ...EVALUATION.workload, name: HOSTILE },
      candidates: [{ ...first, name: HOSTILE, id: HOSTILE, reasons: [HOSTILE] }, ...rest],
      notModelled: [HOSTILE],
    };
    const view = { source: HOSTILE, all: true };
    const html = writeHtml(evaluationDocument(result, view), result);
    expect(html.match(/<script/gu)).toHaveLength(1);
    for (const raw of ["<img", "<!--", "\u0000", "\u2028", "\u202E"]) {
      expect(html).not.toContain(raw);
    }
    expect(embeddedResult(html)).toEqual(JSON.parse(writeJson(result)));
  });

  it("comes back as it was, but for control characters and line breaks", () => {
    const printable = fc.string({ unit: "binary" }).map((text) => text.replaceAll("`", ""));
    fc.assert(
      fc.property(printable, (text) => {
        const shown = /<section[^>]*>\n<p>(.*?)<\/p>/su.exec(pageOf(text))?.[1] ?? "";
        expect(shown).not.toMatch(/[<>"']/u);
        const plain = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
        expect(textOf(shown)).toBe(plain);
      }),
    );
  });

  it("keeps the JSON readable for every parser, whatever is in it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const html = writeHtml({ blocks: [] }, { value });
        expect(embeddedResult(html)).toEqual(JSON.parse(JSON.stringify({ value })));
      }),
    );
  });

  it("marks what a reader may type", () => {
    expect(pageOf("see `catalog <id>` now")).toContain("see <code>catalog &lt;id&gt;</code> now");
  });
});

describe("a page without a title", () => {
  const lead = { kind: "paragraph", text: "H100 (chips h100)", tone: "strong" } as const;

  it("is called by its leading sentence, which is not said twice", () => {
    const html = writeHtml({ blocks: [lead, { kind: "list", items: ["a"] }] }, {});
    expect(html).toContain("<h1>H100 (chips h100)</h1>");
    expect(html.match(/H100 \(chips h100\)/gu)).toHaveLength(2);
  });

  it("is a report where nothing leads", () => {
    expect(writeHtml({ blocks: [] }, {})).toContain("<h1>Report</h1>");
  });
});

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("colours of the %s scheme", (_, scheme) => {
  it.each(["text", "muted", "link", "good", "bad", "warn"] as const)(
    "%s can be read on every ground (WCAG 2.2, 1.4.3: 4.5)",
    (name) => {
      for (const ground of [scheme.ground, scheme.raised]) {
        expect(contrast(scheme[name], ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it("parts of bars carry readable numbers and stand out from the ground (1.4.11: 3)", () => {
    for (const part of scheme.parts) {
      expect(contrast(scheme.onPart, part)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(part, scheme.ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
