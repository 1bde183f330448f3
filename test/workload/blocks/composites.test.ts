import { describe, expect, test } from "vitest";
import { lower, tensor } from "./lower.ts";

describe("blocks of published networks", () => {
  test.each([
    // He et al. 2016: 256→64 (1×1), 64→64 (3×3), 64→256 (1×1), each with a bias.
    {
      block: { type: "bottleneck", out: 256 },
      input: tensor(256, 56, 56),
      parameters: 16_384 + 64 + 36_864 + 64 + 16_384 + 256,
      output: tensor(256, 56, 56),
    },
    // Sandler et al. 2018, table 1: 24→144, depthwise, 144→32, no shortcut.
    {
      block: { type: "inverted-residual", out: 32, stride: 2 },
      input: tensor(24, 56, 56),
      parameters: 24 * 144 + 144 + 144 * 9 + 144 + 144 * 32 + 32,
      output: tensor(32, 28, 28),
    },
    // Tan and Le 2019: squeeze to a quarter of the 16 input channels.
    {
      block: { type: "inverted-residual", out: 16, squeeze: 0.25 },
      input: tensor(16, 14, 14),
      parameters: 16 * 96 + 96 + 96 * 9 + 96 + (96 * 4 + 4) + (4 * 96 + 96) + 96 * 16 + 16,
      output: tensor(16, 14, 14),
    },
    // Howard et al. 2019: 72 / 4 = 18 is rounded to 24, since 16 would be more than a tenth less.
    {
      block: { type: "squeeze-excite", width: 24 },
      input: tensor(72, 28, 28),
      parameters: 72 * 24 + 24 + 24 * 72 + 72,
      output: tensor(72, 28, 28),
    },
    // Han et al. 2020: half of the 16 channels by 1×1, the others by 3×3 depthwise, twice.
    {
      block: { type: "ghost", out: 16, width: 16 },
      input: tensor(16, 112, 112),
      parameters: 2 * (16 * 8 + 8 + 8 * 9 + 8),
      output: tensor(16, 112, 112),
    },
    // Huang et al. 2017: every layer is 1×1 to 128 and 3×3 to 32.
    {
      block: { type: "dense", layers: 2 },
      input: tensor(64, 56, 56),
      parameters: 64 * 128 + 128 + 36_896 + 96 * 128 + 128 + 36_896,
      output: tensor(128, 56, 56),
    },
    // Liu et al. 2022: 7×7 depthwise, norm, 96→384→96.
    {
      block: { type: "convnext" },
      input: tensor(96, 56, 56),
      parameters: 96 * 49 + 96 + 192 + 96 * 384 + 384 + 384 * 96 + 96,
      output: tensor(96, 56, 56),
    },
    // Liu et al. 2021: norm over 4 × 96 channels and a layer to 192 without bias.
    {
      block: { type: "patch-merge", out: 192 },
      input: tensor(96, 56, 56),
      parameters: 768 + 384 * 192,
      output: tensor(192, 28, 28),
    },
  ])("$block.type", ({ block, input, parameters, output }) => {
    const lowered = lower(input, [block]);
    expect(lowered.parameters).toBe(parameters);
    expect(lowered.output).toEqual(output);
  });

  test("Inception modules have the widths of the paper", () => {
    // Szegedy et al. 2016, table 1: 35² × 288, 17² × 768, 8² × 1280, 8² × 2048.
    const a = { type: "inception", module: "a", width: 64 };
    const c = { type: "inception", module: "c" };
    const after = (blocks: readonly { type: string; module: string }[]) =>
      lower(tensor(192, 35, 35), blocks).output;
    expect(after([a])).toEqual(tensor(288, 35, 35));
    expect(after([a, { ...a, module: "b" }])).toEqual(tensor(768, 17, 17));
    expect(after([a, { ...a, module: "b" }, c, { ...c, module: "d" }])).toEqual(tensor(1280, 8, 8));
    expect(lower(tensor(1280, 8, 8), [{ ...c, module: "e" }]).output).toEqual(tensor(2048, 8, 8));
  });

  test("a feature pyramid gives every level one width and saves it", () => {
    const blocks = [
      { type: "conv", out: 128, kernel: 3, save: "c3" },
      { type: "conv", out: 256, kernel: 3, stride: 2, save: "c4" },
      { type: "fpn", levels: "c3 c4", outputs: "p3 p4", out: 64 },
      { type: "tensor-shape", from: "p3" },
    ];
    const { output, parameters } = lower(tensor(3, 32, 32), blocks);
    expect(output).toEqual(tensor(64, 32, 32));
    const backbone = lower(tensor(3, 32, 32), blocks.slice(0, 2)).parameters;
    // 1×1 from 128 and from 256, and a 3×3 for each level.
    expect(parameters - backbone).toBe(128 * 64 + 64 + 256 * 64 + 64 + 2 * (9 * 64 * 64 + 64));
  });

  test("SSD heads give four box and all class outputs for each anchor", () => {
    const blocks = [
      { type: "conv", out: 512, kernel: 1, save: "p1" },
      { type: "ssd-heads", levels: "p1", anchors: [4], classes: 91, kernel: 3 },
    ];
    const heads = lower(tensor(3, 38, 38), blocks).operators.slice(1);
    expect(heads.map(({ n, k }) => [n, k])).toEqual([
      [16, 4608],
      [364, 4608],
    ]);
  });

  test("a residual block of Stable Diffusion adds the step's embedding", () => {
    // Rombach et al. 2022: norms of 320 and 640, 320→640 and 640→640 (3×3), 1280→640, and a 1×1 shortcut.
    const { parameters } = lower(tensor(320, 32, 32), [{ type: "sd-resnet", out: 640 }]);
    const convolutions = 9 * 320 * 640 + 640 + (9 * 640 * 640 + 640) + (320 * 640 + 640);
    expect(parameters).toBe(640 + 1280 + convolutions + (1280 * 640 + 640));
  });

  test("the triangle updates of the Evoformer cost residues³", () => {
    // Jumper et al. 2021: 128 channels, for every pair a sum over all residues, outgoing and incoming.
    const of = (residues: number): number =>
      lower(tensor(256, residues, 32), [{ type: "evoformer" }])
        .operators.filter(({ name }) => name.endsWith("going.product"))
        .reduce((sum, { operations, count }) => sum + count * operations, 0);
    expect(of(64)).toBe(2 * 128 * 64 ** 3);
    expect(of(128)).toBe(8 * of(64));
  });

  test("the Evoformer keeps its attention scores in memory, four rows at a time", () => {
    // DeepMind's configuration: subbatch_size 4. Rows of 64 residues: 8 heads × 64² scores each, read and written thrice.
    const of = (sequences: number) =>
      lower(tensor(256, 64, sequences), [{ type: "evoformer" }]).operators.find(({ name }) =>
        name.endsWith(".rows.softmax"),
      );
    expect(of(32)).toMatchObject({ count: 3 * 8, activationElements: 2 * 4 * 8 * 64 ** 2 });
    expect(of(64)).toMatchObject({ count: 3 * 16, activationElements: 2 * 4 * 8 * 64 ** 2 });
  });

  test("deformable attention reads a fixed number of places, however large the image", () => {
    const sampled = (side: number): number | undefined => {
      const blocks = [
        { type: "conv", out: 256, kernel: 1, save: "image" },
        { type: "tensor-shape", height: 100, width: 1 },
        { type: "deformable-attention", points: 4, context: "image" },
      ];
      const { operators } = lower(tensor(3, side, side), blocks);
      return operators.find(({ name }) => name.endsWith("sample"))?.operations;
    };
    expect(sampled(64)).toBe(100 * 4 * 256 * 10);
    expect(sampled(128)).toBe(sampled(64));
  });
});
