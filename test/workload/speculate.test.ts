import { describe, expect, it } from "vitest";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { speculate, tokensPerRound } from "../../src/workload/speculate.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { deepseekV3, llama70b, llama8b } from "../support/models.ts";
import { total } from "../support/totals.ts";

describe("tokens of a round", () => {
  // Leviathan et al. 2023, equation 1: (1 − α^(γ+1)) / (1 − α).
  it.each([
    [1, 0, 1],
    [4, 0, 1],
    [1, 0.5, 1.5],
    [3, 0.8, 2.952],
    [4, 1, 5],
  ])("of %d proposals, each accepted with %d: %d", (tokens, acceptance, expected) => {
    expect(tokensPerRound(tokens, acceptance)).toBeCloseTo(expected, 10);
  });
});

describe("a decode step under speculation", () => {
  const target = lowerDecoder(llama70b);
  const draft = lowerDecoder(llama8b);
  const yielded = 2.952;
  const round = { tokens: 3, yielded };
  const weights = (program: typeof target): number =>
    total(program.decode(1, 1000, 0, UNSHARDED), "weightElements", "matmul");

  it("reads the target once and the draft once a proposal, shared by the tokens of a round", () => {
    const expected = (weights(target) + 3 * weights(draft)) / yielded;
    expect(weights(speculate(target, draft, round))).toBeCloseTo(expected, -1);
  });

  it("computes each proposal in the target, accepted or not", () => {
    const one = total(target.decode(1, 1000, 0, UNSHARDED), "operations", "matmul");
    const step = speculate(target, null, round).decode(1, 1000, 0, UNSHARDED);
    expect(total(step, "operations", "matmul") / one).toBeCloseTo(4 / yielded, 6);
  });

  it("launches the engine once for the target and once for each proposal", () => {
    expect(speculate(target, draft, round).decode(1, 1000, 0, UNSHARDED).runs).toBeCloseTo(
      4 / yielded,
    );
    expect(speculate(target, null, round).decode(1, 1000, 0, UNSHARDED).runs).toBeCloseTo(
      1 / yielded,
    );
  });

  it("samples every token that is checked, and every proposal of a draft", () => {
    const sampled = (program: typeof target): number =>
      program.decode(5, 1000, 0, UNSHARDED).sequences ?? 0;
    expect(sampled(target)).toBe(5);
    expect(sampled(speculate(target, null, round))).toBeCloseTo((5 * 4) / yielded);
    expect(sampled(speculate(target, draft, round))).toBeCloseTo((5 * 7) / yielded);
  });

  it("keeps both models and both caches in memory, and reads the prompt with both", () => {
    const both = speculate(target, draft, round);
    expect(both.weightElements).toBe(target.weightElements + draft.weightElements);
    expect(both.cacheElements(100, 10, UNSHARDED)).toBe(
      target.cacheElements(100, 10, UNSHARDED) + draft.cacheElements(100, 10, UNSHARDED),
    );
    const read = (program: typeof target): number =>
      total(program.prefill(1, 100, UNSHARDED), "operations");
    expect(read(both)).toBe(read(target) + read(draft));
  });

  it("checks proposals against the compressed cache of latent attention, not an unpacked one", () => {
    const latent = lowerDecoder(deepseekV3);
    const attention = (newTokens: number): number =>
      total(latent.decode(1, 4000, 0, UNSHARDED, newTokens), "cacheElements", "attention");
    expect(attention(4) / attention(1)).toBeLessThan(1.01);
  });
});
