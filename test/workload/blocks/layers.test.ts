import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lower, tensor } from "./lower.ts";

describe("conv", () => {
  test("the first layer of ResNet-50 is 118 M multiply-accumulates", () => {
    // By hand: 112 × 112 positions × 64 channels × 3 channels × 7 × 7 = 118 013 952.
    const { operators, output, macs, parameters } = lower(
      tensor(3, 224, 224),
      [{ type: "conv", out: 64, kernel: 7, stride: 2 }],
      1,
    );
    expect(macs).toBe(118_013_952);
    expect(parameters).toBe(64 * 3 * 7 * 7 + 64);
    expect(output).toEqual(tensor(64, 112, 112));
    expect(operators).toEqual([
      {
        name: "conv1",
        kind: "convolution",
        count: 1,
        m: 12_544,
        n: 64,
        k: 147,
        groups: 1,
        operations: 2 * 118_013_952,
        weightElements: 9408 + 64,
        activationElements: 3 * 224 * 224 + 64 * 112 * 112,
        cacheElements: 0,
        wideBelowBytes: 0,
      },
    ]);
  });

  test.each([
    { padding: "same", kernel: 3, stride: 2, size: 299, out: 150 },
    { padding: "valid", kernel: 3, stride: 2, size: 299, out: 149 },
    { padding: 1, kernel: 3, stride: 2, size: 300, out: 150 },
    { padding: 0, kernel: 5, stride: 1, size: 28, out: 24 },
  ])(
    "kernel $kernel, stride $stride, padding $padding: $size becomes $out",
    ({ padding, kernel, stride, size, out }) => {
      const block = { type: "conv", out: 8, kernel, stride, padding };
      expect(lower(tensor(3, size, size), [block]).output).toEqual(tensor(8, out, out));
    },
  );

  test("a dilated window reaches further: valid padding of a 3×3 with dilation 2 takes off 4", () => {
    const block = { type: "conv", out: 8, kernel: 3, dilation: 2, padding: "valid" };
    expect(lower(tensor(3, 32, 32), [block]).output).toEqual(tensor(8, 28, 28));
  });

  test("a list of one is a window along a sequence", () => {
    // First layer of Wav2Letter: 148 steps × 250 × 39 × 48.
    const { output, macs } = lower(tensor(39, 296), [
      { type: "conv", out: 250, kernel: [48], stride: [2] },
    ]);
    expect(output).toEqual(tensor(250, 148));
    expect(macs).toBe(148 * 250 * 39 * 48);
  });

  test("a number is a cube where the tensor has depth", () => {
    const { macs } = lower(tensor(1, 16, 16, 16), [{ type: "conv", out: 4, kernel: 3 }]);
    expect(macs).toBe(16 ** 3 * 4 * 27);
  });

  test("grouped: each group sees its share of the channels", () => {
    // ResNeXt-50, first stage: 128 channels in 32 groups of 4 are too narrow for a matrix unit.
    const [operator] = lower(tensor(128, 56, 56), [
      { type: "conv", out: 128, kernel: 3, groups: 32 },
    ]).operators;
    expect(operator).toMatchObject({ kind: "depthwise", m: 3136, n: 4, k: 36, groups: 32 });
  });

  test("eight channels a group still count as a convolution", () => {
    const block = { type: "conv", out: 256, kernel: 3, groups: 32 };
    expect(lower(tensor(256, 14, 14), [block]).operators[0]?.kind).toBe("convolution");
  });

  test("operations, weights and shape hold for any convolution", () => {
    const size = fc.integer({ min: 7, max: 40 });
    const property = fc.property(
      fc.record({ height: size, width: size, inGroup: size, outGroup: size }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(1, 3, 5, 7),
      fc.integer({ min: 1, max: 64 }),
      ({ height, width, inGroup, outGroup }, groups, stride, kernel, batch) => {
        const channels = inGroup * groups;
        const out = outGroup * groups;
        const block = { type: "conv", out, kernel, stride, groups, bias: false };
        const { operators, output } = lower(tensor(channels, height, width), [block], batch);
        const [operator] = operators;
        expect(output).toEqual(tensor(out, Math.ceil(height / stride), Math.ceil(width / stride)));
        expect(operator?.weightElements).toBe(out * inGroup * kernel * kernel);
        expect(operator?.operations).toBe(
          2 * batch * output.height * output.width * (operator?.weightElements ?? 0),
        );
      },
    );
    fc.assert(property, { numRuns: 60 });
  });
});

describe("depthwise and separable", () => {
  test("MobileNet v1, second layer: 9 and 32 multiply-accumulates per output", () => {
    // 112² positions: 32 channels × 9, then 32 × 64.
    const { operators } = lower(tensor(32, 112, 112), [{ type: "separable", out: 64 }]);
    expect(operators.map(({ kind, m, n, k, groups }) => ({ kind, m, n, k, groups }))).toEqual([
      { kind: "depthwise", m: 12_544, n: 1, k: 9, groups: 32 },
      { kind: "convolution", m: 12_544, n: 64, k: 32, groups: 1 },
    ]);
  });

  test("a multiplier gives several outputs for each channel", () => {
    const { output, macs } = lower(tensor(16, 8, 8), [{ type: "depthwise", multiplier: 2 }]);
    expect(output.channels).toBe(32);
    expect(macs).toBe(64 * 32 * 9);
  });
});

describe("linear and flatten", () => {
  test("the first classifier layer of VGG-16 has 102 764 544 parameters", () => {
    // Simonyan and Zisserman 2015: 25 088 × 4096 and 4096 biases.
    const blocks = [{ type: "flatten" }, { type: "linear", out: 4096 }];
    const { parameters, operators } = lower(tensor(512, 7, 7), blocks, 8);
    expect(parameters).toBe(102_764_544);
    expect(operators).toEqual([
      expect.objectContaining({ kind: "matmul", m: 8, n: 4096, k: 25_088 }),
    ]);
  });
});

describe("transposed-conv", () => {
  test("every input position spreads its window", () => {
    // U-Net, first step up: 28² positions, 1024 to 512 channels, 2 × 2.
    const { macs, output, parameters } = lower(tensor(1024, 28, 28), [
      { type: "transposed-conv", out: 512 },
    ]);
    expect(macs).toBe(28 * 28 * 1024 * 512 * 4);
    expect(output).toEqual(tensor(512, 56, 56));
    expect(parameters).toBe(1024 * 512 * 4 + 512);
  });
});

describe("attention", () => {
  test("of a transformer layer in ViT-B: 12 heads of 64 over 197 tokens", () => {
    const { operators, parameters } = lower(
      tensor(768, 197),
      [{ type: "attention", heads: 12 }],
      4,
    );
    expect(parameters).toBe(4 * 768 * 768 + 4 * 768);
    expect(operators).toEqual([
      expect.objectContaining({ name: "attention1.qkv", m: 788, n: 2304, k: 768 }),
      expect.objectContaining({
        kind: "attention",
        m: 197,
        n: 197,
        k: 64,
        groups: 48,
        operations: 4 * 4 * 12 * 197 * 197 * 64,
      }),
      expect.objectContaining({ name: "attention1.output", m: 788, n: 768, k: 768 }),
    ]);
  });

  test("in windows costs as the windows, not as the image", () => {
    // Swin-T, first stage: 56² positions in 64 windows of 49, three heads of 32.
    const { operators } = lower(tensor(96, 56, 56), [{ type: "attention", heads: 3, window: 7 }]);
    expect(operators[2]).toMatchObject({ m: 49, n: 49, k: 32, groups: 64 * 3 });
  });

  test("to a context has queries here and keys there", () => {
    // Stable Diffusion 1.5: 4096 positions look at 77 text tokens of 768 channels; eight heads of 40.
    const blocks = [
      { type: "tensor-shape", channels: 768, height: 77, width: 1, save: "text" },
      { type: "tensor-shape", channels: 320, height: 64, width: 64 },
      { type: "attention", heads: 8, context: "text" },
    ];
    const { operators } = lower(tensor(4, 64, 64), blocks);
    expect(operators.map(({ m, n, k }) => [m, n, k])).toEqual([
      [4096, 320, 320],
      [77, 640, 768],
      [4096, 77, 40],
      [4096, 320, 320],
    ]);
  });
});

describe("lstm", () => {
  test("runs its steps one after the other and counts their weights once", () => {
    // First encoder layer of MLPerf's RNN-T: gates 4 × 1024 from 240 inputs and 1024 hidden units.
    const { operators, parameters } = lower(tensor(240, 500), [{ type: "lstm", hidden: 1024 }], 16);
    expect(operators).toEqual([
      expect.objectContaining({ kind: "matmul", m: 8000, n: 4096, k: 240, count: 1 }),
      expect.objectContaining({ kind: "recurrent", m: 16, n: 4096, k: 1024, count: 500 }),
    ]);
    expect(parameters).toBe(4096 * (240 + 1024) + 4096);
  });

  test("two directions double the channels", () => {
    const block = { type: "lstm", hidden: 128, layers: 2, directions: 2 };
    const { output, parameters } = lower(tensor(64, 10), [block]);
    expect(output.channels).toBe(256);
    expect(parameters).toBe(2 * 512 * (64 + 128 + 1) + 2 * 512 * (256 + 128 + 1));
  });
});

describe("embedding", () => {
  test("reads one row for each position and holds the whole table", () => {
    const { operators, parameters } = lower(
      tensor(1, 200),
      [{ type: "embedding", rows: 30_000, out: 320 }],
      2,
    );
    expect(parameters).toBe(30_000 * 320);
    expect(operators).toEqual([
      expect.objectContaining({ kind: "gather", m: 400, n: 320, weightElements: 400 * 320 }),
    ]);
  });
});

describe("work for the vector unit", () => {
  test.each([
    { block: { type: "pool", kernel: 3, stride: 2 }, out: 64 * 28 * 28, each: 9 },
    { block: { type: "global-pool" }, out: 64, each: 56 * 56 },
    { block: { type: "upsample" }, out: 64 * 112 * 112, each: 1 },
    { block: { type: "space-to-depth" }, out: 64 * 56 * 56, each: 0 },
    { block: { type: "norm" }, out: 64 * 56 * 56, each: 6 },
    { block: { type: "elementwise", operations: 4 }, out: 64 * 56 * 56, each: 4 },
  ])("$block.type reads its input once and writes its output once", ({ block, out, each }) => {
    const { operators, macs } = lower(tensor(64, 56, 56), [block]);
    expect(operators).toEqual([
      expect.objectContaining({
        kind: "vector",
        operations: out * each,
        activationElements: 64 * 56 * 56 + out,
      }),
    ]);
    expect(macs).toBe(0);
  });
});
