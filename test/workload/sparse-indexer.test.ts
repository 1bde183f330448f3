import { describe, expect, it } from "vitest";
import type { DecoderModel } from "../../src/catalog/types.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { deepseekV3 } from "../support/models.ts";
import { named, total } from "../support/totals.ts";

/** DeepSeek-V3.2-Exp (config.json): an indexer of 64 heads of 128 picks 2,048 tokens. */
const { shape } = deepseekV3;
const sparse: DecoderModel = {
  ...deepseekV3,
  shape: {
    ...shape,
    span: { ...shape.span, sparseTopTokens: 2048 },
    indexer: { heads: 64, headDim: 128 },
  },
};
const program = lowerDecoder(sparse);
const dense = lowerDecoder(deepseekV3);

describe("the indexer of sparse attention", () => {
  const step = program.decode(4, 100_000, 0, UNSHARDED);

  it("scores every earlier token by small queries, whatever is attended to", () => {
    const scores = named(step, "indexer.scores");
    expect(scores.operations).toBeCloseTo(2 * 4 * 100_001 * 64 * 128, -3);
    expect(named(step, "attention.full").n).toBe(2048);
  });

  it("reads one key of 128 for each of them", () => {
    expect(named(step, "indexer.scores").cacheElements).toBeCloseTo(4 * 100_002 * 128, -3);
  });

  it("keeps that key beside the 576 elements of latent attention", () => {
    expect(program.cacheElements(1, 0, UNSHARDED)).toBe((576 + 128) * 61);
  });

  it("makes queries from the compressed query, and keys with a weight for each head from the hidden state", () => {
    expect(named(step, "indexer.query")).toMatchObject({ m: 4, n: 64 * 128, k: 1536 });
    expect(named(step, "indexer.key")).toMatchObject({ m: 4, n: 128 + 64, k: 7168 });
  });

  it("is done whole on each tensor-parallel chip: all heads share the choice", () => {
    const split = program.decode(4, 100_000, 0, { ...UNSHARDED, tensor: 8 });
    expect(named(split, "indexer.scores")).toEqual(named(step, "indexer.scores"));
  });
});

describe("prompts under sparse attention", () => {
  const attention = (which: typeof program, tokens: number) =>
    named(which.prefill(1, tokens, UNSHARDED), "attention.full");

  it("are read as densely as without where they are no longer than the choice", () => {
    expect(attention(program, 2000)).toEqual(attention(dense, 2000));
  });

  it("are read in the compressed space where each query chooses for itself: its heads alone share a multiply", () => {
    const core = attention(program, 30_000);
    expect(core).toMatchObject({ m: 128, k: 512 + 64, groups: 30_000 });
    const step = program.prefill(1, 30_000, UNSHARDED);
    expect(step.operators.some(({ name }) => name === "attention.key-value-up")).toBe(false);
  });

  it("cost less attention than dense ones once they are long", () => {
    const operations = (which: typeof program): number =>
      total(which.prefill(1, 128_000, UNSHARDED), "operations", "attention");
    expect(operations(program)).toBeLessThan(operations(dense));
  });
});
