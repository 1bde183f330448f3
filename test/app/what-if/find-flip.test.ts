import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFlip } from "../../../src/app/what-if/find-flip.ts";

describe("the search for a flip", () => {
  it("brackets a threshold on either side within a thousandth, whichever way", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 1.001, max: 9.9, noNaN: true }),
        fc.boolean(),
        (now, factor, down) => {
          const threshold = down ? now / factor : now * factor;
          const past = (value: number) => (down ? value < threshold : value > threshold);
          const flip = findFlip(now, down ? 0.1 : 10, (value) => (past(value) ? "new" : null));
          expect(flip).toMatchObject({ answer: "new" });
          expect(past(flip?.to ?? now)).toBe(true);
          expect(past(flip?.holdsAt ?? threshold * (down ? 0.5 : 2))).toBe(false);
          expect(Math.abs((flip?.to ?? 0) / (flip?.holdsAt ?? 1) - 1)).toBeLessThanOrEqual(1e-3);
        },
      ),
    );
  });

  it("gives up at the end of its range", () => {
    expect(findFlip(1, 4, (value) => (value > 4.5 ? "new" : null))).toBeNull();
    expect(findFlip(1, 0.1, () => null)).toBeNull();
  });

  it("takes the nearest of several changes", () => {
    const ask = (value: number) =>
      value > 1.31 ? "far" : value > 1.06 && value < 1.09 ? "near" : null;
    expect(findFlip(1, 10, ask)).toMatchObject({ answer: "near" });
  });

  it("names the answer on the far side, also where the answer changes within the bracket", () => {
    const ask = (value: number) => (value > 1.55 ? "second" : value > 1.45 ? "first" : null);
    expect(findFlip(1, 10, ask)).toMatchObject({ answer: "first" });
  });
});
