import { describe, expect, it } from "vitest";
import type { Table } from "../../src/report/document.ts";
import { createPalette } from "../../src/report/palette.ts";
import { terminalTable } from "../../src/report/terminal/table.ts";
import { displayWidth, shortenMiddle, wrap } from "../../src/report/terminal/width.ts";

function lines(table: Table, width: number): string[] {
  return terminalTable(table, { width, palette: createPalette(0), ascii: false }).lines;
}

describe("a table on a terminal", () => {
  it("right-aligns figures under one unit that suits the column", () => {
    const table: Table = {
      columns: [
        { id: "name", title: "Chip", type: "name" },
        { id: "time", title: "TPOT", type: "quantity", unit: "s" },
      ],
      rows: [
        [{ value: "a" }, { value: 0.0213 }],
        [{ value: "b" }, { value: 0.132 }],
        [{ value: "c" }, { value: null }],
      ],
    };
    expect(lines(table, 80)).toEqual([
      "Chip  TPOT",
      "        ms",
      "──────────",
      "a     21.3",
      "b      132",
      "c        -",
    ]);
  });

  it("has one header and one line a row, in order, however many rows there are", () => {
    const table: Table = {
      columns: [
        { id: "name", title: "Row", type: "name" },
        { id: "n", title: "N", type: "count" },
      ],
      rows: Array.from({ length: 1001 }, (_, index) => [
        { value: `row ${index}` },
        { value: index },
      ]),
    };
    const [head, rule, ...body] = lines(table, 80);
    // "row 1000" is 8 cells wide, "1000" is 4, with 2 between.
    expect([head, rule]).toEqual(["Row          N", "─".repeat(14)]);
    expect(body).toHaveLength(1001);
    body.forEach((line, index) => {
      expect(line).toBe(`${`row ${index}`.padEnd(10)}${String(index).padStart(4)}`);
    });
  });

  it("counts wide characters as two cells", () => {
    expect(displayWidth("東京")).toBe(4);
    const table: Table = {
      columns: [
        { id: "name", title: "Chip", type: "name" },
        { id: "n", title: "N", type: "count" },
      ],
      rows: [
        [{ value: "東京チップ" }, { value: 1 }],
        [{ value: "plain" }, { value: 2 }],
      ],
    };
    const [, , first = "", second = ""] = lines(table, 80);
    expect(displayWidth(first)).toBe(displayWidth(second));
  });

  it("keeps every digit even where the terminal is narrower than the figures", () => {
    const table: Table = {
      columns: ["a", "b", "c"].map((id) => ({ id, title: id, type: "count" as const })),
      rows: [[{ value: 123_456_789 }, { value: 987_654_321 }, { value: 555_555_555 }]],
    };
    expect(lines(table, 20).join("\n")).toContain("123456789  987654321  555555555");
  });

  it("drops the most optional column first and says so", () => {
    const table: Table = {
      columns: [
        { id: "a", title: "Always", type: "text" },
        { id: "b", title: "Sometimes", type: "text", optional: 1 },
        { id: "c", title: "Rarely", type: "text", optional: 2 },
      ],
      rows: [[{ value: "aaaaaaaaaa" }, { value: "bbbbbbbbbb" }, { value: "cccccccccc" }]],
    };
    const terminal = { width: 25, palette: createPalette(0), ascii: false };
    expect(terminalTable(table, terminal).dropped).toEqual(["Rarely"]);
  });
});

describe("shortening and wrapping", () => {
  it("takes out the middle, where chip names differ least", () => {
    expect(shortenMiddle("RTX PRO 6000 Blackwell Server Edition", 20)).toBe("RTX PRO 60…r Edition");
    expect(shortenMiddle("H100", 20)).toBe("H100");
  });

  it.each([1, 2, 3, 5, 9])("never returns more than %i cells", (width) => {
    expect(displayWidth(shortenMiddle("Instinct MI300X", width))).toBeLessThanOrEqual(width);
  });

  it("keeps a number and its unit on one line", () => {
    expect(wrap("misses the limit by 12 % today", 23)).toEqual([
      "misses the limit by",
      "12 % today",
    ]);
    expect(wrap("power of 61 kW", 12)).toEqual(["power of", "61 kW"]);
    expect(wrap("costs $8.74 k today", 11)).toEqual(["costs", "$8.74 k", "today"]);
    // A name that ends in a digit is no number.
    expect(wrap("Thor T5000 mainly", 11)).toEqual(["Thor T5000", "mainly"]);
  });
});
