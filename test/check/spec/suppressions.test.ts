import { describe, expect, it } from "vitest";
import { readSuppressions } from "../../../src/check/spec/suppressions.ts";

const read = (text: string): unknown[] =>
  readSuppressions(text).map(({ codes, reason, concerns, line, column }) => ({
    codes,
    reason,
    concerns,
    at: [line, column],
  }));

describe("suppressions in comments", () => {
  it("hold for their line, for the next line where they stand alone, for the file before the first key", () => {
    const text = [
      "# chipselect-ignore: CS3011 a draft",
      "id: x",
      "power:",
      "  # chipselect-ignore: CS3005, CS3006 liquid cooled",
      "  # by a cold plate",
      "",
      "  tdp: 2 kW",
      "  idle: 90 W # chipselect-ignore CS3011: measured on the bench",
    ].join("\n");
    expect(read(text)).toEqual([
      { codes: ["CS3011"], reason: "a draft", concerns: null, at: [1, 1] },
      { codes: ["CS3005", "CS3006"], reason: "liquid cooled", concerns: 7, at: [4, 3] },
      { codes: ["CS3011"], reason: "measured on the bench", concerns: 8, at: [8, 14] },
    ]);
  });

  it("need a reason and a code", () => {
    expect(read("id: x # chipselect-ignore: CS3005")).toMatchObject([{ reason: null }]);
    expect(read("id: x # chipselect-ignore: because")).toMatchObject([{ codes: [], reason: null }]);
  });

  it("are comments only: the same words in a text are no suppression", () => {
    expect(read('note: "# chipselect-ignore: CS3005 no"')).toEqual([]);
    expect(read("note: |\n  # chipselect-ignore: CS3005 no\n")).toEqual([]);
    expect(read("note: a # b\nother: x#chipselect-ignore: CS3005 no\n")).toEqual([]);
  });

  it("are found behind Windows line ends", () => {
    expect(read("id: x\r\ntdp: 1 W # chipselect-ignore: CS3005 yes\r\n")).toMatchObject([
      { concerns: 2, at: [2, 10], reason: "yes" },
    ]);
  });
});
