import { describe, expect, it } from "vitest";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { cachePrefixes } from "../../src/workload/prefix-cache.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { llama70b } from "../support/models.ts";
import { total } from "../support/totals.ts";

const plain = lowerDecoder(llama70b);

describe("a cache of prefixes", () => {
  const prompt = 2000;
  const half = cachePrefixes(plain, 0.5).prefill(1, prompt, UNSHARDED);
  const whole = plain.prefill(1, prompt, UNSHARDED);

  it("multiplies the weights with the missing tokens only", () => {
    const short = plain.prefill(1, prompt / 2, UNSHARDED);
    expect(total(half, "operations", "matmul")).toBe(total(short, "operations", "matmul"));
  });

  it("attends from the missing tokens to all that came before: 4·L·h·(T² − (T/2)²)/2, three quarters of the whole", () => {
    const share = total(half, "operations", "attention") / total(whole, "operations", "attention");
    expect(share).toBeCloseTo(0.75, 3);
  });

  it("leaves at least the last token to compute, and decoding and memory as they are", () => {
    const all = cachePrefixes(plain, 1);
    const last = plain.prefill(1, 1, UNSHARDED);
    expect(total(all.prefill(1, prompt, UNSHARDED), "operations", "matmul")).toBe(
      total(last, "operations", "matmul"),
    );
    expect(all.decode(4, prompt, 10, UNSHARDED)).toEqual(plain.decode(4, prompt, 10, UNSHARDED));
    expect(all.cacheElements(prompt, 10, UNSHARDED)).toBe(
      plain.cacheElements(prompt, 10, UNSHARDED),
    );
  });
});
