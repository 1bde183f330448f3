import { describe, expect, it } from "vitest";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { servingBase, servingPoint } from "../../src/simulation/serving.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { device } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";
import { llmRow, predicted, results } from "./rows.ts";

/** Conventions of the measurement collection (profiles/measurements, README there): 8 requests, 1,000 tokens in, 101 out. */
const value = (metric: string, fields: Record<string, string> = {}) =>
  predicted(llmRow({ metric, ...fields }));

describe("a whole batch prefilled and then decoded together", () => {
  const whole = value("end_to_end_latency_ms") / 1e3;
  const prefill = value("ttft_ms") / 1e3;
  const decode = value("tpot_ms") / 1e3;

  it("takes one prefill, which gives the first token, and a step for each of the other 100", () => {
    expect(whole).toBeCloseTo(prefill + 100 * decode, 9);
  });

  it("counts generated tokens over the whole time", () => {
    expect(value("output_tokens_per_s")).toBeCloseTo((8 * 101) / whole, 6);
  });

  it("counts prompts too in total tokens", () => {
    expect(value("total_tokens_per_s")).toBeCloseTo((8 * 1101) / whole, 6);
  });

  it("counts the generation phase alone in decode tokens, and the prompts alone in prefill tokens", () => {
    expect(value("decode_tokens_per_s")).toBeCloseTo(8 / decode, 6);
    expect(value("prefill_tokens_per_s")).toBeCloseTo((8 * 1000) / prefill, 6);
  });

  it("divides by the chips where the metric is per GPU", () => {
    const two = { chips: "2", tp: "2" };
    const group = value("output_tokens_per_s", two);
    expect(value("output_tokens_per_s_per_gpu", two)).toBeCloseTo(group / 2, 9);
  });

  it("reads no faster than memory: one token of one sequence takes the weights over the bandwidth", () => {
    const alone = value("tpot_ms", { batch: "1", input_tokens: "1", output_tokens: "1" });
    // 8.03e9 parameters less the embedding table, two bytes each, at 80 % of 3.35 TB/s.
    const least = (1e3 * 2 * (8.03e9 - 128_256 * 4096)) / (0.8 * 3.35e12);
    expect(alone).toBeGreaterThan(least);
    expect(alone).toBeLessThan(1.5 * least);
  });
});

describe("one stream", () => {
  it("is a batch of one whatever the batch column says (Qwen: 2048 / total time)", () => {
    const stream = { scenario: "single-stream", batch: "2" };
    const alone = { scenario: "fixed-batch", batch: "1" };
    expect(value("output_tokens_per_s", stream)).toBe(value("output_tokens_per_s", alone));
  });

  it("starts from an empty context in llama-bench's generation rows", () => {
    const empty = { scenario: "decode-only", input_tokens: "0", output_tokens: "128", batch: "1" };
    expect(value("decode_tokens_per_s", empty)).toBeGreaterThan(
      value("decode_tokens_per_s", { ...empty, input_tokens: "8000" }),
    );
  });

  it("gains no speed from a second chip that holds the other half of the layers", () => {
    const alone = { scenario: "decode-only", batch: "1" };
    const one = value("decode_tokens_per_s", alone);
    const split = value("decode_tokens_per_s", { ...alone, chips: "2", framework: "splitter" });
    const shards = value("decode_tokens_per_s", { ...alone, chips: "2", tp: "2" });
    expect(split).toBeLessThanOrEqual(one);
    expect(shards).toBeGreaterThan(1.3 * one);
  });
});

describe("a batch that the memory does not hold at once", () => {
  // 80 GiB × 0.9 less 16 GB of weights hold about 50 sequences of 9,000 tokens at 131,072 bytes each.
  const long = { input_tokens: "8000", output_tokens: "1000" };
  const seconds = (batch: number): number =>
    value("end_to_end_latency_ms", { ...long, batch: String(batch) });

  it("takes turns: twice as many sequences need twice as long", () => {
    expect(seconds(400)).toBeCloseTo(2 * seconds(200), 3);
    expect(seconds(20)).toBeLessThan(0.9 * 2 * seconds(10));
  });
});

describe("prompts that pass a layer split", () => {
  it("wait for each other at every call of 2,048 tokens (defaults of llama.cpp)", () => {
    const prompt = {
      scenario: "prefill-only",
      batch: "1",
      metric: "ttft_ms",
      framework: "splitter",
    };
    const at = (tokens: number): number =>
      value("ttft_ms", { ...prompt, chips: "4", input_tokens: String(tokens) });
    const alone = (tokens: number): number =>
      value("ttft_ms", { ...prompt, input_tokens: String(tokens) });
    // Four parts of 512 tokens on four stages: 4 + 4 − 1 stage times, each a quarter of a quarter of the whole.
    expect(at(2048) / alone(2048)).toBeCloseTo(7 / 16, 1);
    expect(at(4096) / alone(4096)).toBeCloseTo(7 / 16, 1);
  });
});

describe("steady load", () => {
  const formats = resolveFormats(device(), "bf16", "bf16", "fp16");
  if (!formats) throw new Error("no BF16");
  const base = servingBase({
    program: lowerDecoder(llama8b),
    device: device(),
    formats,
    sharding: UNSHARDED,
    inputTokens: 1000,
    outputTokens: 101,
  });

  it("is the planner's own steady state with as many requests in flight as the row says", () => {
    const point = servingPoint(base, 8);
    const server = { scenario: "server" };
    expect(value("tpot_ms", server)).toBeCloseTo(1e3 * point.timePerOutputTokenSeconds, 9);
    expect(value("output_tokens_per_s", server)).toBeCloseTo(101 * point.requestsPerSecond, 9);
    expect(value("ttft_ms", server)).toBeCloseTo(1e3 * point.prefillLatencySeconds, 9);
  });

  it("lets requests wait that the memory does not hold: those in flight do not notice", () => {
    const server = (batch: number) => value("tpot_ms", { scenario: "server", batch: `${batch}` });
    expect(server(4 * base.largestBatch)).toBe(server(base.largestBatch));
    expect(server(base.largestBatch)).toBeGreaterThan(server(base.largestBatch - 1));
  });

  it("is saturated offline: the largest batch that fits when none is stated", () => {
    const point = servingPoint(base, base.largestBatch);
    expect(base.largestBatch).toBeLessThan(1024);
    const offline = { scenario: "offline", batch: "" };
    expect(value("output_tokens_per_s", offline)).toBeCloseTo(101 * point.requestsPerSecond, 6);
  });

  it("adds up replicas that share the concurrency", () => {
    const one = value("output_tokens_per_s", { scenario: "server", batch: "8" });
    const two = value("output_tokens_per_s", {
      scenario: "server",
      batch: "16",
      chips: "2",
      tp: "1",
    });
    expect(two).toBeCloseTo(2 * one, 6);
  });
});

describe("units of tensor parallelism", () => {
  it("are parts of chips where there are more of them than chips (NeuronCores, TensorCores)", () => {
    const cores = { chips: "2", tp: "4", scenario: "decode-only" };
    const chips = { chips: "2", tp: "2", scenario: "decode-only" };
    expect(value("tpot_ms", cores)).toBe(value("tpot_ms", chips));
  });
});

describe("precision words", () => {
  const alone = { scenario: "decode-only", batch: "1" };

  it("take the bits per weight from the note", () => {
    const at = (bits: string) =>
      value("tpot_ms", {
        ...alone,
        weights_precision: "w4a16",
        activation_precision: "fp16",
        note: `Q4 = ${bits} bits/weight`,
      });
    const step = (at("8") - at("4")) / 4;
    // Each bit more is 1/8 byte for each of the parameters that a token meets, at 80 % of 3.35 TB/s.
    const bit = (1e3 * (8.03e9 - 128_256 * 4096)) / 8 / (0.8 * 3.35e12);
    expect(step / bit).toBeGreaterThan(0.97);
    expect(step / bit).toBeLessThan(1.03);
  });

  it("leave activations at 16 bits when weights are narrower than eight and nobody says", () => {
    const narrow = { ...alone, weights_precision: "int4" };
    expect(value("tpot_ms", { ...narrow, activation_precision: "" })).toBe(
      value("tpot_ms", { ...narrow, activation_precision: "fp16" }),
    );
  });

  it("that mean nothing are a reason to skip", () => {
    const [result] = results([llmRow({ metric: "tpot_ms", weights_precision: "posit8" })]);
    expect(result?.skipped).toBe("precision not understood: posit8");
  });
});
