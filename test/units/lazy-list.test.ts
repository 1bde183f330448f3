import { describe, expect, it } from "vitest";
import { lazyList } from "../../src/units/lazy-list.ts";

describe("a lazy list", () => {
  it("computes each item once, when somebody first gets there", () => {
    const computed: number[] = [];
    const at = lazyList(function* squares() {
      for (const each of [1, 2, 3]) {
        computed.push(each);
        yield each * each;
      }
    });
    expect(computed).toEqual([]);
    expect(at(1)).toBe(4);
    expect(computed).toEqual([1, 2]);
    expect([at(0), at(1), at(2)]).toEqual([1, 4, 9]);
    expect(computed).toEqual([1, 2, 3]);
  });

  it("has nothing beyond its end, however often it is asked", () => {
    const at = lazyList(() => [7].values());
    expect([at(1), at(5), at(0), at(1)]).toEqual([undefined, undefined, 7, undefined]);
  });
});
