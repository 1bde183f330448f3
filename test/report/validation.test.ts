import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/report/csv.ts";
import type { Document } from "../../src/report/document.ts";
import { writeMarkdown } from "../../src/report/markdown.ts";
import { createPalette } from "../../src/report/palette.ts";
import { displayWidth } from "../../src/report/terminal/width.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import { validationDocument } from "../../src/report/validation/document.ts";
import { findReadmeBlock, readmeBlock } from "../../src/report/validation/readme-table.ts";
import { rowsTable } from "../../src/report/validation/rows-table.ts";
import type { ValidationView } from "../../src/report/validation/view.ts";
import { NOTHING_PREDICTED, VALIDATION } from "./fixtures/validation.ts";
import { golden } from "./golden.ts";

const DEFAULT: ValidationView = { by: ["set", "class"], rows: false, scatter: false };
const EVERYTHING: ValidationView = {
  by: ["chip", "class", "stack", "metric", "model"],
  rows: true,
  scatter: true,
};

function drawn(document: Document, width: number, ascii = false): string {
  return writeTerminal(document, { width, palette: createPalette(0), ascii });
}

describe("the report of a validation", () => {
  it("reads as the transcript at 80 columns", () => {
    const text = drawn(validationDocument(VALIDATION, DEFAULT), 80);
    expect(text).toBe(golden("validation-80.txt", text));
  });

  it("reads as the transcript at 140 columns with everything that can be asked for", () => {
    const text = drawn(validationDocument(VALIDATION, EVERYTHING), 140);
    expect(text).toBe(golden("validation-140-all.txt", text));
  });

  it.each([
    [80, false],
    [80, true],
    [120, false],
  ])("fits %i columns (ASCII %s), whatever is asked for", (width, ascii) => {
    const text = drawn(validationDocument(VALIDATION, EVERYTHING), width, ascii);
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it("draws with ASCII alone where it must", () => {
    const text = drawn(validationDocument(VALIDATION, EVERYTHING), 80, true);
    expect(text).toMatch(/^[\n -~]*$/u);
  });

  it("says first how far off predictions are, as factors: an error factor of 0.12 is 1.12 times", () => {
    const [first] = drawn(validationDocument(VALIDATION, DEFAULT), 200).split("\n");
    expect(first).toContain("Half of 6790 predictions lie within a factor of 1.12");
  });

  it("tells how many times smaller than the crude error ours is: 0.4936 / 0.1234 = 4", () => {
    expect(drawn(validationDocument(VALIDATION, DEFAULT), 140)).toMatch(/^all .* 4\.00 +81$/mu);
  });

  it("has no total beside a single set, which would say the same twice", () => {
    const groups = VALIDATION.groups.filter(({ key }) => key === "training");
    const text = drawn(validationDocument({ ...VALIDATION, groups }, DEFAULT), 80);
    expect(text).toMatch(/^training /mu);
    expect(text).not.toMatch(/^all /mu);
  });

  it("lists the largest groups first", () => {
    const text = drawn(validationDocument(VALIDATION, DEFAULT), 80);
    expect(text.indexOf("\ngpu ")).toBeGreaterThan(0);
    expect(text.indexOf("\ngpu ")).toBeLessThan(text.indexOf("\nnpu "));
  });

  it("tells why rows are skipped and excluded, and what is reported apart", () => {
    const text = drawn(validationDocument(VALIDATION, DEFAULT), 100);
    expect(text).toContain("- 69 rows: no batch and no scheduler that chooses one");
    expect(text).toContain(
      "- 2 rows (trtllm05-0099, trtllm05-0100): the source prints another figure in its text",
    );
    expect(text).toMatch(/^llm-inference, grades C and X +435/mu);
  });

  it("tells reasons that differ in a name as one, with the most frequent names, and all beside the rows", () => {
    // 60 + 41 + 31 + 5 + 4 rows of five chips.
    const short = drawn(validationDocument(VALIDATION, DEFAULT), 500).split("\n");
    const reason = short.find((line) => line.startsWith("- 141 rows"));
    expect(reason).toMatch(/^- 141 rows: chip not in the catalogue: NVIDIA A100 SXM/u);
    const whole = drawn(validationDocument(VALIDATION, EVERYTHING), 500).replaceAll(
      /\n {2}/gu,
      " ",
    );
    expect(whole).toContain(
      "AXera AX8850 (31), Apple M2 Max (CPU cores) (5), NXP i.MX 8M Plus CPU (4)\n",
    );
    expect(short.join("\n")).not.toContain("NXP");
  });

  it("says that nothing could be predicted, with the reason and without an invented figure", () => {
    const text = drawn(validationDocument(NOTHING_PREDICTED, DEFAULT), 80);
    expect(text).toContain("No row could be predicted.");
    expect(text).toContain("- 1 row: unknown chip");
    expect(text).not.toMatch(/NaN|undefined|null/u);
  });

  it("says that there is no row", () => {
    const summary = { ...NOTHING_PREDICTED.summary, rows: 0, skipped: 0 };
    const empty = { ...NOTHING_PREDICTED, summary, rows: [], skipReasons: [] };
    expect(drawn(validationDocument(empty, EVERYTHING), 80)).toBe("There is no row to predict.\n");
  });
});

describe("the rows", () => {
  it("come worst first, and those without a prediction last", () => {
    const text = drawn(validationDocument(VALIDATION, { ...DEFAULT, rows: true }), 200);
    const places = ["trtllm05-0099", "aic-1-tpot", "trtllm05-0001", "mine-1"].map((id) =>
      text.search(new RegExp(`^${id} `, "mu")),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("are one CSV record each, in the order of the files", () => {
    const records = writeCsv(rowsTable(VALIDATION)).trimEnd().split("\r\n");
    expect(records.map((record) => record.split(",")[0])).toEqual([
      '"id"',
      '"trtllm05-0001"',
      '"mine-1"',
      '"aic-1-tpot"',
      '"trtllm05-0099"',
      '"service-1"',
    ]);
    expect(records[2]).toContain('"unknown chip"');
  });
});

describe("the scatter plot of a set", () => {
  it("leaves out what the summary leaves out: excluded rows and grades C and X", () => {
    const { blocks } = validationDocument(VALIDATION, EVERYTHING);
    const plots = blocks.flatMap((block) => (block.kind === "scatter" ? [block.plot.points] : []));
    expect(plots).toEqual([[{ x: 10_907, y: 11_998 }], [{ x: 15, y: 7.5 }]]);
  });
});

describe("the table in the README", () => {
  it("is found again between its markers and replaced whole", () => {
    const block = readmeBlock(VALIDATION);
    expect(findReadmeBlock(`# Title\n\n${block}\n\nMore.\n`)).toBe(block);
    expect(block).toContain("| Error (median) | Error (p90) |");
    expect(block).toMatch(/^\| training \| 1100 \|.*\| 0\.0810 \| 0\.249 \|/mu);
  });

  it.each(["no marker", "<!-- validation:end --> <!-- validation:start -->"])(
    "is not found in: %s",
    (text) => {
      expect(findReadmeBlock(text)).toBeNull();
    },
  );

  it("is not found when a marker stands twice, so that no text between is lost", () => {
    const block = readmeBlock(VALIDATION);
    expect(findReadmeBlock(`${block}\n${block}`)).toBeNull();
  });
});

it("is the same text in Markdown, with the plots as code", () => {
  const text = writeMarkdown(validationDocument(VALIDATION, EVERYTHING));
  expect(text.split("\n")[0]).toMatch(/^\*\*Half of 6790 predictions/u);
  expect(text).toContain("| Set | Rows | Pred. (%) |");
  expect(text.match(/^```text$/gmu)).toHaveLength(2);
});
