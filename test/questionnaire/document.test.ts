import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/input/path.ts";
import {
  parsePath,
  sameValue,
  valueAt,
  withoutValue,
  withValue,
} from "../../src/questionnaire/document.ts";
import { scaleQuantity } from "../../src/questionnaire/scale-quantity.ts";

const key = fc.stringMatching(/^[a-z][a-zA-Z]{0,6}$/u);
const path = fc.array(key, { minLength: 1, maxLength: 5 });

describe("places of a document", () => {
  it("hold what was put there, and nothing once it is taken out", () => {
    fc.assert(
      fc.property(path, fc.string(), (place, value) => {
        const written = withValue({ other: { kept: 1 } }, place, value);
        expect(valueAt(written, place)).toBe(value);
        expect(valueAt(withoutValue(written, place), place)).toBeUndefined();
      }),
    );
  });

  it("change nothing elsewhere, and never the document itself", () => {
    const document = { a: { b: 1, c: [{ d: 2 }, { d: 3 }] } };
    const copy = structuredClone(document);
    expect(withValue(document, ["a", "c", 1, "d"], 9)).toEqual({
      a: { b: 1, c: [{ d: 2 }, { d: 9 }] },
    });
    expect(document).toEqual(copy);
  });

  it("take mappings with them that they leave empty", () => {
    expect(withoutValue({ a: { b: { c: 1 } }, d: 2 }, ["a", "b", "c"])).toEqual({ d: 2 });
    expect(withoutValue({ a: { b: 1, c: 2 } }, ["a", "b"])).toEqual({ a: { c: 2 } });
    expect(withoutValue({ a: 1 }, ["b", "c"])).toEqual({ a: 1 });
  });

  it("are spelled as messages spell them", () => {
    const steps = fc.array(fc.oneof(key, fc.nat(9)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(key, steps, (first, rest) => {
        const place = [first, ...rest];
        expect(parsePath(formatPath(place))).toEqual(place);
      }),
    );
    expect(["", "a..b", ".a", "a[b]", "a b", "a[1"].map(parsePath)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it("read the same whatever the order of keys, but not of lists", () => {
    expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameValue({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  });
});

describe("a quantity times a factor", () => {
  it.each([
    ["40 requests/s", 2, "80 requests/s"],
    ["5 M requests/day", 0.5, "2.5 M requests/day"],
    ["0.60 USD/M tokens", 1.5, "0.9 USD/M tokens"],
    ["1200", 0.5, "600"],
    ["15", 1.5, "23"],
    ["1", 0.5, "0.5"],
  ])("%s × %d is %s", (text, factor, expected) => {
    expect(scaleQuantity(text, factor)).toBe(expected);
  });

  it("is none where no number leads", () => {
    expect(scaleQuantity("none", 2)).toBeNull();
    expect(scaleQuantity("$5", 2)).toBeNull();
  });
});
