import { describe, expect, it } from "vitest";
import { evaluationDocument } from "../../../src/report/evaluation/document.ts";
import { explainDocument } from "../../../src/report/explain/document.ts";
import type { Document } from "../../../src/report/document.ts";
import { writeHtml } from "../../../src/report/html/page.ts";
import { writeJson } from "../../../src/report/json.ts";
import { createPalette } from "../../../src/report/palette.ts";
import { writeTerminal } from "../../../src/report/terminal/write.ts";
import { validationDocument } from "../../../src/report/validation/document.ts";
import { EVALUATION, NOTHING_FEASIBLE } from "../fixtures/evaluation.ts";
import { EXPLAIN } from "../fixtures/explain.ts";
import { VALIDATION } from "../fixtures/validation.ts";
import { embeddedResult, tableRows, textOf } from "./read-page.ts";

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

  it("says what its columns mean", () => {
    expect(textOf(html)).toContain("time per output token = (end to end − TTFT)");
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
