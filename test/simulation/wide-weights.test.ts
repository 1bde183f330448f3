import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import type { DecoderModel } from "../../src/catalog/types.ts";
import { resolveFormats, type Formats } from "../../src/simulation/formats.ts";
import { operatorsSeconds, operatorTime } from "../../src/simulation/operator-time.ts";
import { weightBytesPerChip } from "../../src/simulation/wide-weights.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { predictionHead } from "../../src/workload/prediction-head.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import type { Precision } from "../../src/units/precision.ts";
import { device, h100, stack } from "../support/chips.ts";
import { named } from "../support/totals.ts";

const { models } = loadBuiltinCatalog();

function decoder(id: string): DecoderModel {
  const model = models.find((each) => each.id === id);
  if (model?.kind !== "decoder") throw new Error(`no decoder ${id}`);
  return model;
}

const chip = h100({ peakOpsPerSecond: { bf16: 1e15, fp8: 2e15, fp4: 4e15 } });
const published = device({
  chip,
  stack: stack({
    precisions: ["bf16", "fp8", "fp4"],
    weightOnly: ["fp4", "int4"],
    publishedCheckpoints: true,
  }),
});
const narrowing = device({ chip, stack: stack({ precisions: ["bf16", "fp8", "fp4"] }) });

function formatsOf(weights: Precision, activations: Precision, on = published): Formats {
  const formats = resolveFormats(on, weights, activations, "fp8");
  if (!formats) throw new Error("no such formats");
  return formats;
}

const gigabytes = (id: string, formats: Formats): number =>
  weightBytesPerChip(lowerDecoder(decoder(id)), UNSHARDED, formats) / 1e9;

const GIBI = 2 ** 30 / 1e9;

describe("checkpoints in narrow formats weigh what they are published with", () => {
  it("gpt-oss in MXFP4: 60.8 and 12.8 GiB (OpenAI, gpt-oss model card, 2025, table 1)", () => {
    expect(gigabytes("gpt-oss-120b", formatsOf("fp4", "fp8")) / GIBI).toBeCloseTo(60.8, 0);
    expect(gigabytes("gpt-oss-20b", formatsOf("fp4", "fp8")) / GIBI).toBeCloseTo(12.8, 1);
  });

  it("Llama 3.1 8B: embedding and head of 128,256 × 4,096 in 16 bits, the other 7 billion in 8 or 4 (config.json)", () => {
    const wide = 2 * 128_256 * 4096;
    const rest = decoder("llama3.1-8b").parameters - wide;
    expect(gigabytes("llama3.1-8b", formatsOf("fp8", "fp8"))).toBeCloseTo((rest + 2 * wide) / 1e9);
    // GPTQ and AWQ: 16 bits of scale and 4 of zero point for 128 weights.
    const int4 = rest * ((4 + 20 / 128) / 8);
    expect(gigabytes("llama3.1-8b", formatsOf("int4", "bf16"))).toBeCloseTo(
      (int4 + 2 * wide) / 1e9,
    );
  });

  it("but nothing stays wide where the stack narrows all weights by itself, or none is narrow", () => {
    const { parameters } = decoder("llama3.1-8b");
    expect(gigabytes("llama3.1-8b", formatsOf("fp8", "fp8", narrowing))).toBeCloseTo(
      parameters / 1e9,
    );
    expect(gigabytes("llama3.1-8b", formatsOf("bf16", "bf16"))).toBeCloseTo((2 * parameters) / 1e9);
  });

  it("split over chips like the rest", () => {
    const program = lowerDecoder(decoder("llama3.1-8b"));
    const formats = formatsOf("fp8", "fp8");
    const whole = weightBytesPerChip(program, UNSHARDED, formats);
    const split = weightBytesPerChip(program, { ...UNSHARDED, tensor: 4, pipeline: 2 }, formats);
    expect(split).toBeCloseTo(whole / 8, 3);
  });
});

describe("multiplies whose weights stay wide", () => {
  const step = lowerDecoder(decoder("deepseek-v3")).decode(1, 1024, 0, UNSHARDED);
  const memory = (name: string, formats: Formats, on = published): number =>
    operatorTime(named(step, name), on, formats, 0).memorySeconds;

  it("read two bytes a weight: DeepSeek's head always, its query and key projections beside four bits only (hf_quant_config.json)", () => {
    const eight = formatsOf("fp8", "fp8");
    const four = formatsOf("fp4", "fp4");
    expect(memory("vocabulary", four)).toBeCloseTo(memory("vocabulary", formatsOf("bf16", "bf16")));
    expect(memory("attention.query-up", four) / memory("attention.query-up", eight)).toBeCloseTo(2);
    expect(memory("attention.output", four)).toBeLessThan(memory("attention.output", eight));
  });

  it("have their activations as they come; the others are narrowed by a kernel of their own", () => {
    const launches = (name: string, formats: Formats, on = published): number =>
      operatorTime(named(step, name), on, formats, 0).launchSeconds / on.launchSeconds;
    const four = formatsOf("fp4", "fp4");
    expect(launches("vocabulary", four)).toBe(1);
    expect(launches("moe.experts.up", four)).toBe(2);
    expect(launches("moe.experts.up", formatsOf("int4", "bf16"))).toBe(1);
    expect(launches("moe.experts.up", formatsOf("fp4", "fp4", narrowing), narrowing)).toBe(1);
  });

  it("add up in a step as they do one by one", () => {
    const formats = formatsOf("fp4", "fp4");
    const sum = step.operators.reduce(
      (seconds, operator) =>
        seconds + operator.count * operatorTime(operator, published, formats, 0).seconds,
      0,
    );
    expect(operatorsSeconds(step.operators, published, formats, 0)).toBeCloseTo(sum, 12);
  });

  it("are all of a prediction head beside four bits: 11.5 billion parameters take 23 GB", () => {
    const head = predictionHead(decoder("deepseek-v3"));
    const bytes = weightBytesPerChip(head, UNSHARDED, formatsOf("fp4", "fp4"));
    expect(bytes).toBeCloseTo(2 * head.weightElements, -3);
    expect(bytes / 1e9).toBeCloseTo(23, 0);
  });
});
