import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scatterLines } from "../../src/report/scatter-text.ts";
import { displayWidth } from "../../src/report/terminal/width.ts";
import { golden } from "./golden.ts";

function plot(...points: readonly { x: number; y: number }[]): {
  xTitle: string;
  yTitle: string;
  points: readonly { x: number; y: number }[];
} {
  return { xTitle: "measured", yTitle: "predicted", points };
}

const SPREAD = plot(
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].flatMap((x, index) => [
    { x, y: x * 1.1 },
    { x, y: x / (1 + index / 5) },
    { x: 50, y: 500 },
  ]),
);

/** Row (from the bottom) and column of each character of a kind in the drawing area. */
function places(lines: readonly string[], marks: string): { row: number; column: number }[] {
  const body = lines.slice(1, -3);
  return body.flatMap((line, index) =>
    Array.from(line.slice(line.indexOf("|") + 1)).flatMap((character, column) =>
      marks.includes(character) ? [{ row: body.length - 1 - index, column }] : [],
    ),
  );
}

describe("a scatter plot in text", () => {
  it.each([
    ["scatter.txt", false],
    ["scatter-ascii.txt", true],
  ])("reads as the transcript %s", (name, ascii) => {
    const text = `${scatterLines(SPREAD, { width: 80, ascii }).join("\n")}\n`;
    expect(text).toBe(golden(name, text));
  });

  it("puts what is predicted exactly on the diagonal, above it what is predicted higher", () => {
    // Two decades: the point in the middle lies where the stroke of the diagonal would be.
    const exact = scatterLines(plot({ x: 1, y: 1 }, { x: 10, y: 10 }, { x: 100, y: 100 }), {
      width: 60,
      ascii: true,
    });
    const [, middle] = places(exact, ".").toSorted((a, b) => a.row - b.row);
    const strokes = places(exact, "/").filter(({ row }) => row === middle?.row);
    const distances = strokes.map(({ column }) => Math.abs(column - (middle?.column ?? Infinity)));
    expect(Math.min(...distances)).toBe(1);

    const high = scatterLines(plot({ x: 1, y: 100 }), { width: 60, ascii: true });
    const [point] = places(high, ".");
    expect(point).toEqual({ row: places(high, "/")[0]?.row, column: 0 });
  });

  it("shows in ASCII how many points share a cell", () => {
    const same = (count: number): string =>
      scatterLines(plot(...Array.from({ length: count }, () => ({ x: 3, y: 30 }))), {
        width: 60,
        ascii: true,
      }).join("\n");
    expect(same(1)).toContain(".");
    expect(same(4)).toContain("o");
    expect(same(5)).toContain("@");
  });

  it("draws nothing where no point is positive", () => {
    const nothing = plot({ x: 0, y: 1 }, { x: 1, y: -1 }, { x: Number.NaN, y: 1 });
    expect(scatterLines(nothing, { width: 80, ascii: false })).toEqual([]);
  });

  it("keeps the width for any figures, on at most 80 columns", () => {
    const figure = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
    const points = fc.array(fc.record({ x: figure, y: figure }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, fc.integer({ min: 40, max: 200 }), fc.boolean(), (some, width, ascii) => {
        for (const line of scatterLines(plot(...some), { width, ascii })) {
          expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 80));
        }
      }),
      { numRuns: 50 },
    );
  });
});
