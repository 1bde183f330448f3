import { describe, expect, it } from "vitest";
import { pairwiseOrder } from "../../src/validation/pairwise-order.ts";
import { errorFactor, quantile } from "../../src/units/statistics.ts";
import { validate } from "../../src/validation/validate.ts";
import { catalog, llmRow, NAMING, predicted, results } from "./rows.ts";

describe("error factor", () => {
  it("is the same for twice and for half, and 0 for a hit", () => {
    expect(errorFactor(20, 10)).toBe(1);
    expect(errorFactor(5, 10)).toBe(1);
    expect(errorFactor(10, 10)).toBe(0);
  });
});

describe("quantile", () => {
  it("interpolates between order statistics", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([0, 10], 0.9)).toBe(9);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe("pairwise order", () => {
  const rows = (...figures: [key: string, chip: string, measured: number, predicted: number][]) =>
    figures.map(([key, chip, measured, predicted]) => ({ key, chip, measured, predicted }));

  it("is the share of pairs of different chips that the predictions put right", () => {
    const made = rows(["chat", "a", 100, 90], ["chat", "b", 200, 150], ["chat", "c", 400, 120]);
    // a < b and a < c are right, b < c is wrong.
    expect(pairwiseOrder(made)).toBeCloseTo(2 / 3, 12);
  });

  it("leaves out other questions, the same chip, and measurements within 10 %", () => {
    expect(pairwiseOrder(rows(["x", "a", 1, 1], ["y", "b", 9, 2]))).toBeNull();
    expect(pairwiseOrder(rows(["x", "a", 1, 2], ["x", "a", 9, 1]))).toBeNull();
    expect(pairwiseOrder(rows(["x", "a", 100, 2], ["x", "b", 109, 1]))).toBeNull();
  });

  it("holds an equal prediction for wrong", () => {
    expect(pairwiseOrder(rows(["x", "a", 1, 5], ["x", "b", 9, 5]))).toBe(0);
  });
});

describe("a result", () => {
  const truth = predicted(llmRow({ metric: "tpot_ms" }));
  const off = (factor: number, fields: Record<string, string> = {}) =>
    llmRow({ metric: "tpot_ms", value: String(truth / factor), ...fields });

  it("compares each row and sums up grades A and B", () => {
    const { summary, rows, apart } = validate(
      [off(1), off(1.2, { grade: "B" }), off(3, { grade: "C" }), off(9, { grade: "X" })],
      catalog(),
      { version: "test", naming: NAMING },
    );
    expect(rows[1]?.ratio).toBeCloseTo(1.2, 9);
    expect(summary).toMatchObject({ rows: 2, predicted: 2, skipped: 0 });
    expect(summary.medianErrorFactor).toBeCloseTo(0.1, 9);
    expect(summary.medianRatio).toBeCloseTo(1.1, 9);
    expect(apart.map(({ key, rows: count }) => [key, count])).toEqual([
      ["llm-inference, grades C and X", 2],
    ]);
  });

  it("keeps time to first token under load apart", () => {
    const { summary, apart } = validate(
      [off(1), llmRow({ metric: "ttft_ms", scenario: "server", value: "50" })],
      catalog(),
      { version: "test", naming: NAMING },
    );
    expect(summary.rows).toBe(1);
    expect(apart.map(({ key }) => key)).toEqual(["ttft_ms under load, against the bare prefill"]);
  });

  it("counts no excluded row, but shows it with its reason", () => {
    const { summary, rows, exclusions } = validate([off(1), off(50, { id: "odd" })], catalog(), {
      version: "test",
      naming: NAMING,
      exclusions: [
        { id: "odd", reason: "contradicts its own source" },
        { id: "elsewhere", reason: "another file" },
      ],
    });
    expect(summary.rows).toBe(1);
    expect(rows[1]?.excluded).toBe("contradicts its own source");
    expect(rows[1]?.predicted).toBeCloseTo(truth, 9);
    expect(exclusions.map(({ id }) => id)).toEqual(["odd"]);
  });

  it("groups by set, chip, class, stack, metric and model", () => {
    const { groups } = validate([off(2), off(2, { chip_id: "a100" })], catalog(), {
      version: "test",
      naming: NAMING,
    });
    const chips = groups.filter(({ by }) => by === "chip");
    expect(chips.map(({ key, rows }) => [key, rows])).toEqual([
      ["h100", 1],
      ["a100", 1],
    ]);
    expect(new Set(groups.map(({ by }) => by))).toEqual(
      new Set(["set", "chip", "class", "stack", "metric", "model"]),
    );
  });

  it("tells the order of chips on the same question", () => {
    const fast = predicted(llmRow({ metric: "output_tokens_per_s" }));
    const rows = [
      llmRow({ metric: "output_tokens_per_s", value: String(fast) }),
      llmRow({ metric: "output_tokens_per_s", value: String(fast / 3), chip_id: "a100" }),
    ];
    const options = { version: "test", naming: NAMING };
    expect(validate(rows, catalog(), options).summary.pairwiseOrder).toBe(1);
    const swapped = rows.map((one, index) => ({
      ...one,
      fields: { ...one.fields, value: String(index === 0 ? fast / 3 : fast) },
    }));
    expect(validate(swapped, catalog(), options).summary.pairwiseOrder).toBe(0);
  });
});

describe("names", () => {
  it("of sources stand in for ids that are empty", () => {
    const named = llmRow({
      metric: "tpot_ms",
      chip_id: "",
      chip: "Acme H100",
      model_id: "",
      model: "Llama Eight",
    });
    expect(predicted(named)).toBe(predicted(llmRow({ metric: "tpot_ms" })));
  });

  it("that nobody knows are reasons to skip, counted", () => {
    const rows = [
      llmRow({ metric: "tpot_ms", chip_id: "", chip: "Abacus" }),
      llmRow({ metric: "tpot_ms", chip_id: "abacus" }),
      llmRow({ metric: "tpot_ms", model_id: "", model: "Oracle" }),
      llmRow({ metric: "tpot_ms", model_id: "", model: "Oracle" }),
      llmRow({ metric: "elegance" }),
      llmRow({ metric: "tpot_ms", scenario: "dream" }),
      llmRow({ metric: "tpot_ms", scenario: "server", batch: "" }),
    ];
    const { skipReasons, summary } = validate(rows, catalog(), { version: "t", naming: NAMING });
    expect(summary).toMatchObject({ rows: 7, predicted: 0, skipped: 7 });
    expect(skipReasons).toEqual([
      { reason: "model not in the catalogue: Oracle", rows: 2 },
      { reason: "chip not in the catalogue: Abacus", rows: 1 },
      { reason: "metric not understood: elegance", rows: 1 },
      { reason: "no number of concurrent requests stated", rows: 1 },
      { reason: "scenario not understood: dream", rows: 1 },
      { reason: "unknown chip id: abacus", rows: 1 },
    ]);
  });

  it("of frameworks that nobody described fall back to the chip's first stack, with a warning", () => {
    const rows = [llmRow({ metric: "tpot_ms", framework: "novel" })];
    const { warnings, rows: found } = validate(rows, catalog(), { version: "t", naming: NAMING });
    expect(found[0]?.stack).toBe("test-stack");
    expect(warnings).toEqual([
      "framework novel (1 row) is not described: the chip's first stack stands in for it",
    ]);
  });
});

describe("the crude baseline", () => {
  it("is the larger of operations at half the peak and bytes at 0.8 of the bandwidth, and 25 µs a layer", () => {
    // One token of Llama 3 8B in BF16 with 1,000 + 50 behind it: weights without the embedding table, and the cache.
    const cache = 1050 * 131_072;
    const bytes = 2 * (8.03e9 - 128_256 * 4096) + cache;
    const seconds = bytes / (0.8 * 3.35e12) + 32 * 25e-6;
    const [result] = results([
      llmRow({
        metric: "tpot_ms",
        scenario: "decode-only",
        batch: "1",
        output_tokens: "100",
        value: String(1e3 * seconds),
      }),
    ]);
    expect(result?.crudeErrorFactor).toBeLessThan(0.005);
  });
});

describe("progress", () => {
  it("is told every 250 rows", () => {
    const told: number[] = [];
    const rows = Array.from({ length: 600 }, () => llmRow({ metric: "elegance" }));
    validate(rows, catalog(), {
      version: "t",
      naming: NAMING,
      onProgress: (done) => void told.push(done),
    });
    expect(told).toEqual([250, 500]);
  });
});
