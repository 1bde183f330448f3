import { describe, expect, it } from "vitest";
import { renderCheck } from "../../../src/report/check/formats.ts";
import { golden } from "../golden.ts";
import { entry, hostileView, MIXED, view, CONTROLS } from "./view.ts";

const STYLE = { width: 80, colour: 0, ascii: false } as const;

const SPEC = "memory:\n  stacks: 4\n  bandwidth: 4.8 TB/s\n";

function shown() {
  const checks = MIXED.map((each) => ({
    ...each,
    place: { ...each.place, line: 3, column: 14, endColumn: 22 },
  }));
  const figures = [
    {
      spec: "meridian-1",
      workload: "chat",
      metric: "timePerOutputToken",
      unit: "s",
      title: "time per output token",
      before: 0.04,
      now: 0.043,
      relative: 0.075,
      better: false,
    },
  ];
  const base = { file: "base.json" };
  return {
    ...view(checks, { figures, baseline: base }),
    sources: new Map([["chips/meridian-1.yaml", SPEC]]),
  };
}

describe("a check for people", () => {
  it("reads as a linter on a terminal", async () => {
    const text = await renderCheck(shown(), "table", STYLE);
    expect(text).toBe(golden("check.txt", text));
    expect(text).toContain("  --> chips/meridian-1.yaml:3:14\n");
    expect(text).toContain("^^^^^^^^");
  });

  it("is a comment with the verdict first and what changed, old → new", async () => {
    const text = await renderCheck(shown(), "markdown", STYLE);
    expect(text).toBe(golden("check.md", text));
    expect(text.split("\n")[0]).toContain("Check fails: 1 error, 1 warning");
    expect(text).toContain("40 ms → 43 ms | +7.5 % | worse");
  });

  it("is never longer than a comment may be", async () => {
    const many = Array.from({ length: 2000 }, (_, index) => entry({ id: `assertion-${index}` }));
    const text = await renderCheck(view(many), "markdown", STYLE);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("more");
  });

  it("shows the worst twenty on a terminal and counts the others", async () => {
    const many = Array.from({ length: 25 }, (_, index) => entry({ id: `a${index}` }));
    expect(await renderCheck(view(many), "table", STYLE)).toContain("... and 5 more");
  });

  it("draws with ASCII alone where it must", async () => {
    expect(await renderCheck(shown(), "table", { ...STYLE, ascii: true })).toMatch(/^[\n -~]*$/u);
  });
});

describe("hostile text in a check", () => {
  it("sends no control characters to a terminal", async () => {
    const text = await renderCheck(hostileView(), "table", STYLE);
    expect(text).not.toMatch(CONTROLS);
    expect(text.split("\n").filter((line) => line.startsWith("::"))).toEqual([]);
  });

  it("is no markup in Markdown", async () => {
    const text = await renderCheck(hostileView(), "markdown", STYLE);
    expect(text).not.toMatch(CONTROLS);
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/(?<!\\)\[l\]|@all/u);
    // Each row of a table has as many cells as its head.
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    const cells = (row: string): number => row.replaceAll(/\\./gu, "").split("|").length;
    expect(rows.filter((row) => ![6, 7, 8].includes(cells(row)))).toEqual([]);
  });

  it("is text in JSON and CSV", async () => {
    const json = await renderCheck(hostileView(), "json", STYLE);
    expect(JSON.parse(json).checks).toHaveLength(4);
    const csv = await renderCheck(hostileView(), "csv", STYLE);
    expect(csv).not.toMatch(/(?:^|,)"[=+@-]/mu);
  });
});
