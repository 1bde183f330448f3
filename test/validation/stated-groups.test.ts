import { describe, expect, it } from "vitest";
import { deepseekV3 } from "../support/models.ts";
import { catalog, llmRow, predicted } from "./rows.ts";

const on = catalog(deepseekV3);
const step = (fields: Record<string, string>): number =>
  predicted(
    llmRow({ model_id: deepseekV3.id, metric: "tpot_ms", scenario: "server", ...fields }),
    on,
  );

/**
 * The same measurement stands twice in aiconfigurator's sample of InferenceX (systems/silicon_sample.csv@095f58a): DeepSeek-R1 on
 * TensorRT-LLM 1.2.0rc6.post3, 32 requests, 8.9 ms, once as 8 chips (2026_03_25) and once as 64 (2026_04_06).
 */
describe("tensor and expert groups that a source multiplies although they lie on the same chips", () => {
  const source_title = "aiconfigurator silicon_sample.csv (measured serving points)";
  const whole = { chips: "8", tp: "8", note: "attention dp 1, moe tp 1, moe ep 8" };
  const multiplied = { chips: "64", tp: "64", note: "attention dp 1, moe tp 8, moe ep 8" };

  it("are counted once", () => {
    expect(step({ ...multiplied, source_title })).toBe(step(whole));
  });

  it("are counted once with attention data parallelism", () => {
    const split = { chips: "8", tp: "1", note: "attention dp 8, moe tp 1, moe ep 8" };
    const wrong = { chips: "64", tp: "1", note: "attention dp 64, moe tp 8, moe ep 8" };
    expect(step({ ...wrong, source_title })).toBe(step(split));
  });

  it("are counted once where data groups stand for the expert groups", () => {
    const wrong = { chips: "16", tp: "4", note: "attention dp 4, moe tp 1, moe ep 16" };
    const meant = { chips: "4", tp: "4", note: "attention dp 1, moe tp 1, moe ep 4" };
    expect(step({ ...wrong, source_title })).toBe(step(meant));
  });

  it("are taken at their word in other sources, and where shards and parts share the stated chips", () => {
    expect(step(multiplied)).not.toBe(step(whole));
    const shared = { chips: "8", tp: "8", note: "attention dp 1, moe tp 8, moe ep 1" };
    expect(step({ ...shared, source_title })).toBe(step(shared));
  });
});
