import { describe, expect, it } from "vitest";
import { Recent } from "../../../src/app/sweep/recent.ts";

describe("what is remembered", () => {
  it("is made once, and forgotten when it was not asked for the longest", () => {
    const made: string[] = [];
    const recent = new Recent<string>(2);
    const ask = (key: string): string =>
      recent.get(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    expect([ask("a"), ask("b"), ask("a"), ask("c"), ask("a"), ask("b")]).toEqual([
      "A",
      "B",
      "A",
      "C",
      "A",
      "B",
    ]);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });
});
