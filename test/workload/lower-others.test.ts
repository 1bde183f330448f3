import { describe, expect, it } from "vitest";
import { lowerModel } from "../../src/workload/lower-model.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { bertLarge, dlrm, doubleStream, t5Large } from "../support/models.ts";
import { named, total } from "../support/totals.ts";
import type { GenerativeProgram, OneShotProgram } from "../../src/workload/program.ts";

const oneShot = (program: ReturnType<typeof lowerModel>): OneShotProgram => {
  if (program.kind !== "one-shot") throw new Error("not one-shot");
  return program;
};
const generative = (program: ReturnType<typeof lowerModel>): GenerativeProgram => {
  if (program.kind !== "generative") throw new Error("not generative");
  return program;
};

describe("encoder", () => {
  it("looks both ways: 4·L·h·T² operations of attention", () => {
    const step = oneShot(lowerModel(bertLarge)).forward(1, 384, UNSHARDED);
    expect(total(step, "operations", "attention")).toBe(4 * 24 * 1024 * 384 ** 2);
  });
});

describe("encoder and decoder", () => {
  const program = generative(lowerModel(t5Large));

  it("attends from one new token to the whole encoded input", () => {
    const step = program.decode(2, 512, 0, UNSHARDED);
    const cross = named(step, "cross-attention");
    expect(cross.operations).toBe(4 * 2 * 1024 * 512);
    expect(cross.cacheElements).toBe(2 * 2 * 512 * 1024);
  });

  it("caches the input once and the output as it grows, in every decoder layer", () => {
    expect(program.cacheElements(512, 100, UNSHARDED)).toBe(24 * 2 * 1024 * (512 + 100));
  });

  it("reduces a third time in each decoder layer, after cross-attention", () => {
    const step = program.decode(1, 512, 0, { ...UNSHARDED, tensor: 2 });
    const reduces = step.collectives.filter(({ kind }) => kind === "all-reduce");
    expect(reduces.reduce((sum, { count }) => sum + count, 0)).toBe(3 * 24);
  });
});

describe("diffusion", () => {
  it("runs text encoders and image decoder once per image, whatever the number of steps", () => {
    for (const steps of [null, 4, 50]) {
      const program = oneShot(lowerModel(doubleStream, steps));
      const companions = named(program.forward(1, 1, UNSHARDED), "text encoders and image decoder");
      const perPass = companions.count * companions.operations;
      expect(perPass * program.passes(steps)).toBeCloseTo(2 * 3e12, -3);
    }
  });

  it("reads the weights of both streams in a double-stream layer (Esser et al. 2024)", () => {
    const { denoiser } = doubleStream;
    if (denoiser.kind !== "transformer") throw new Error("not a transformer");
    const single = { ...doubleStream, denoiser: { ...denoiser, doubleStreamLayers: 0 } };
    const layers = (
      model: typeof doubleStream,
      figure: "weightElements" | "operations",
    ): number => {
      const { operators } = oneShot(lowerModel(model)).forward(1, 1, UNSHARDED);
      const inner = operators.filter(({ name }) => /^(attention|ffn)/.test(name));
      return total({ operators: inner, collectives: [] }, figure);
    };
    expect(layers(doubleStream, "weightElements")).toBe(2 * layers(single, "weightElements"));
    expect(layers(doubleStream, "operations")).toBe(layers(single, "operations"));
  });
});

describe("recommender", () => {
  const program = oneShot(lowerModel(dlrm));

  it("gathers one row for each look-up", () => {
    const step = program.forward(64, 1, UNSHARDED);
    expect(named(step, "embedding").weightElements).toBe(64 * 26 * 128);
  });

  it("interacts every pair of 27 vectors and runs both dense networks", () => {
    const step = program.forward(1, 1, UNSHARDED);
    const bottom = 13 * 512 + 512 * 256 + 256 * 128;
    const top = 479 * 1024 + 1024 * 1024 + 1024 * 512 + 512 * 256 + 256;
    expect(total(step, "operations", "matmul")).toBe(2 * (bottom + top + 27 * 27 * 128));
  });

  it("splits tables over chips and exchanges the looked-up rows", () => {
    const step = program.forward(64, 1, { ...UNSHARDED, tensor: 8 });
    expect(named(step, "embedding").weightElements).toBe((64 * 26 * 128) / 8);
    expect(step.collectives).toMatchObject([{ kind: "all-to-all", elements: 8 * 26 * 128 }]);
  });
});
