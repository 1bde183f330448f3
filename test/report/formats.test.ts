import { describe, expect, it } from "vitest";
import type { Table } from "../../src/report/document.ts";
import { candidatesTable } from "../../src/report/evaluation/candidates-table.ts";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { writeCsv } from "../../src/report/csv.ts";
import { FORMATS, render } from "../../src/report/formats.ts";
import { writeJson } from "../../src/report/json.ts";
import { writeMarkdown } from "../../src/report/markdown.ts";
import { EVALUATION } from "./fixtures/evaluation.ts";
import { golden } from "./golden.ts";

const VIEW = { source: "chat.yaml", all: false };

function oneCell(value: string): Table {
  return { columns: [{ id: "a", title: "a", type: "text" }], rows: [[{ value }]] };
}

describe("JSON", () => {
  const json: Record<string, unknown> & {
    candidates: Record<string, unknown>[];
  } = JSON.parse(writeJson(EVALUATION));

  it("has the fields of the command line contract", () => {
    // Names as in the section "evaluate --format json" of the contract; more may be added, none renamed.
    for (const key of [
      "schemaVersion",
      "tool",
      "workload",
      "candidates",
      "recommendation",
      "warnings",
      "timings",
    ]) {
      expect(json).toHaveProperty(key);
    }
    const [candidate] = json.candidates;
    const keys = [
      "id",
      "name",
      "class",
      "rank",
      "feasible",
      "score",
      "plan",
      "metrics",
      "limits",
      "criteria",
      "boundBy",
      "reasons",
    ];
    for (const key of keys) expect(candidate).toHaveProperty(key);
    expect(Object.keys(candidate?.["plan"] ?? {})).toEqual(
      expect.arrayContaining([
        "chips",
        "replicas",
        "tensorParallel",
        "pipelineParallel",
        "dataParallel",
        "expertParallel",
        "contextParallel",
        "batch",
        "precision",
        "clockFraction",
      ]),
    );
    expect(Object.keys(candidate?.["metrics"] ?? {})).toEqual(
      expect.arrayContaining([
        "timeToFirstTokenSeconds",
        "timePerOutputTokenSeconds",
        "throughputPerSecond",
        "utilisation",
        "memoryBytesPerChip",
        "powerWatts",
        "energyPerWorkUnitJoules",
        "totalCostUsd",
        "costPerWorkUnitUsd",
      ]),
    );
    expect(json["recommendation"]).toHaveProperty("flipPoints");
  });

  it("lists every candidate, the excluded ones with the limits that they miss", () => {
    expect(json.candidates).toHaveLength(EVALUATION.candidates.length);
    const excluded = json.candidates.find(({ id }) => id === "l40s");
    expect(excluded).toMatchObject({
      rank: null,
      feasible: false,
      score: null,
      limits: [{ id: "time-to-first-token", limit: 1, value: 1.12, unit: "s", pass: false }],
    });
  });

  it("writes null for what is not a finite number", () => {
    expect(writeJson({ a: Infinity, b: Number.NaN })).toBe('{\n  "a": null,\n  "b": null\n}\n');
  });
});

describe("CSV", () => {
  it("follows RFC 4180: CRLF, quotes doubled, one record a candidate", () => {
    const csv = writeCsv(candidatesTable(EVALUATION));
    const records = csv.split("\r\n");
    expect(records.at(-1)).toBe("");
    expect(records).toHaveLength(EVALUATION.candidates.length + 2);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(writeCsv(oneCell('say "hi", twice'))).toBe('"a"\r\n"say ""hi"", twice"\r\n');
  });

  it("names units in the header and gives figures in them at full precision", () => {
    const [header = "", first = ""] = writeCsv(candidatesTable(EVALUATION)).split("\r\n");
    expect(header).toContain('"totalCost (USD)"');
    expect(header).toContain('"timeToFirstToken (s)"');
    expect(first).toContain(",512340,");
    expect(first).toContain(",0.412,");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])(
    "keeps a spreadsheet from running %j",
    (text) => {
      expect(writeCsv(oneCell(text))).toBe(`"a"\r\n"'${text}"\r\n`);
    },
  );

  it("leaves an unknown figure empty and does not touch negative numbers", () => {
    const table: Table = {
      columns: [
        { id: "a", title: "a", type: "quantity" },
        { id: "b", title: "b", type: "quantity" },
      ],
      rows: [[{ value: null }, { value: -1.5 }]],
    };
    expect(writeCsv(table)).toBe('"a","b"\r\n,-1.5\r\n');
  });
});

describe("Markdown", () => {
  it("reads as the transcript", () => {
    const text = writeMarkdown(evaluationDocument(EVALUATION, VIEW));
    expect(text).toBe(golden("evaluation.md", text));
  });

  it("has the verdict in its first line and folds the excluded away", () => {
    const text = writeMarkdown(evaluationDocument(EVALUATION, VIEW));
    expect(text.split("\n")[0]).toMatch(/^\*\*Take 8 × H200/u);
    expect(text).toContain("<details>\n<summary>Excluded: 6 chips");
  });

  it("shows every column, however many", () => {
    expect(writeMarkdown(evaluationDocument(EVALUATION, VIEW))).toContain("| Class |");
  });

  it("escapes what a cell or a text may not say", () => {
    const text = writeMarkdown({
      blocks: [
        { kind: "table", table: oneCell("a|b <img> *c* `d`\ne") },
        { kind: "paragraph", text: "# no heading, [no](link), @nobody" },
      ],
    });
    expect(text).toContain("| a\\|b &lt;img&gt; \\*c\\* \\`d\\` e |");
    expect(text).toContain("\\# no heading, \\[no\\](link), &#64;nobody");
  });
});

describe("the registry of formats", () => {
  it.each(FORMATS)("renders %s the same twice, ending with a newline", async (format) => {
    const report = {
      result: EVALUATION,
      document: () => evaluationDocument(EVALUATION, VIEW),
      table: () => candidatesTable(EVALUATION),
    };
    const style = { width: 80, colour: 0, ascii: false } as const;
    const text = await render(report, format, style);
    expect(text).toMatch(/\n$/u);
    expect(await render(report, format, style)).toBe(text);
  });

  it("gives the same figures in the table, in Markdown and in CSV", async () => {
    const document = evaluationDocument(EVALUATION, VIEW);
    const markdown = writeMarkdown(document);
    const csv = writeCsv(candidatesTable(EVALUATION));
    for (const { score, name } of EVALUATION.candidates) {
      if (score === null) continue;
      expect(markdown).toContain(score.toFixed(3));
      expect(markdown).toContain(name);
      expect(csv).toContain(String(score));
    }
  });
});
