import { describe, expect, test } from "vitest";
import { lower, tensor } from "./lower.ts";

const conv = { type: "conv", out: 64, kernel: 3 };

describe("repeat", () => {
  test("counts like blocks instead of repeating their layers", () => {
    const block = { type: "bottleneck", out: 256, repeat: 3 };
    const { operators } = lower(tensor(64, 56, 56), [block]);
    expect(operators.map(({ name, count }) => [name, count])).toEqual([
      ["bottleneck1.1.conv1", 1],
      ["bottleneck1.1.conv2", 1],
      ["bottleneck1.1.shortcut", 1],
      ["bottleneck1.1.conv3", 1],
      ["bottleneck1.2-3.conv1", 2],
      ["bottleneck1.2-3.conv2", 2],
      ["bottleneck1.2-3.conv3", 2],
    ]);
  });

  test.each([
    { type: "conv", out: 64, kernel: 3, stride: 2 },
    { type: "basic-residual", out: 64, stride: 2 },
    { type: "dense", layers: 3 },
    { type: "residual", blocks: [conv] },
    { type: "c2f", out: 64, depth: 2 },
    { type: "inverted-residual", out: 64, squeeze: 0.25 },
  ])("of $type is the same work as writing it out", (block) => {
    const { stride: _, ...rest } = { stride: 1, ...block };
    const input = tensor(64, 32, 32);
    const repeated = lower(input, [{ ...block, repeat: 4 }], 2);
    const written = lower(input, [block, rest, rest, rest], 2);
    expect(repeated.macs).toBe(written.macs);
    expect(repeated.parameters).toBe(written.parameters);
    expect(repeated.output).toEqual(written.output);
    const moved = (lowered: typeof repeated): number =>
      lowered.operators.reduce(
        (sum, { count, activationElements }) => sum + count * activationElements,
        0,
      );
    expect(moved(repeated)).toBe(moved(written));
  });

  test("takes the stride once", () => {
    const block = { type: "conv", out: 64, kernel: 3, stride: 2, repeat: 3 };
    expect(lower(tensor(3, 64, 64), [block]).output).toEqual(tensor(64, 32, 32));
  });
});

describe("names", () => {
  test("a block's own name stands in the names of its layers", () => {
    const blocks = [{ type: "sequence", name: "stem", blocks: [{ ...conv, name: "first" }, conv] }];
    const { operators } = lower(tensor(3, 8, 8), blocks);
    expect(operators.map(({ name }) => name)).toEqual(["stem.first", "stem.conv2"]);
  });
});

describe("save and from", () => {
  test("a later block starts from a saved tensor or joins it", () => {
    const blocks = [
      { ...conv, save: "a" },
      { ...conv, out: 32, stride: 2, save: "b" },
      { type: "upsample" },
      { type: "concat", with: "a" },
      { type: "conv", from: "b", out: 8, kernel: 1 },
    ];
    const { operators, output } = lower(tensor(3, 16, 16), blocks.slice(0, 4));
    expect(output).toEqual(tensor(96, 16, 16));
    expect(operators.map(({ name }) => name)).toEqual(["conv1", "conv2", "upsample3"]);
    expect(lower(tensor(3, 16, 16), blocks).output).toEqual(tensor(8, 8, 8));
  });

  test("tensors of different size can't be joined", () => {
    const blocks = [
      { ...conv, save: "a" },
      { ...conv, stride: 2 },
      { type: "concat", with: "a" },
    ];
    expect(() => lower(tensor(3, 16, 16), blocks)).toThrow(
      "concat3: can't join 64×16×16 with 64×8×8: sizes differ",
    );
  });
});

describe("parallel", () => {
  const branches = [conv, { type: "conv", out: 16, kernel: 1 }];

  test.each([
    ["concat", 80],
    ["last", 16],
    ["input", 3],
  ])("joined by %s goes on with %i channels", (join, channels) => {
    const { output } = lower(tensor(3, 8, 8), [{ type: "parallel", join, branches }]);
    expect(output).toEqual(tensor(channels, 8, 8));
  });
});

describe("residual", () => {
  test("the last convolution reads the shortcut", () => {
    const { operators } = lower(tensor(64, 8, 8), [{ type: "residual", blocks: [conv] }]);
    expect(operators.map(({ activationElements }) => activationElements)).toEqual([3 * 64 * 64]);
  });

  test("a projection fits the shortcut when the shape changes", () => {
    const blocks = [{ ...conv, out: 128, stride: 2 }];
    const { operators } = lower(tensor(64, 8, 8), [{ type: "residual", blocks }]);
    expect(operators[1]).toMatchObject({ name: "residual1.shortcut", m: 16, n: 128, k: 64 });
  });

  test("an addition that no single layer can take is a layer of its own", () => {
    const blocks = [{ ...conv, repeat: 2 }];
    const { operators } = lower(tensor(64, 8, 8), [{ type: "residual", blocks }]);
    expect(operators.map(({ kind, count }) => [kind, count])).toEqual([
      ["convolution", 2],
      ["vector", 1],
    ]);
  });
});

describe("views and loop", () => {
  test("views go through the blocks side by side, with one set of weights", () => {
    const one = lower(tensor(3, 8, 8), [conv], 2);
    const six = lower(tensor(3, 8, 8), [{ type: "views", count: 6, blocks: [conv] }], 2);
    expect(six.parameters).toBe(one.parameters);
    expect(six.operators).toEqual([
      {
        ...one.operators[0],
        name: "views1.conv1",
        m: 768,
        operations: 6 * one.macs * 2,
        activationElements: 12 * 67 * 64,
      },
    ]);
  });

  test("a loop repeats them one after the other, with one set of weights", () => {
    const one = lower(tensor(64, 8, 8), [conv], 2);
    const four = lower(tensor(64, 8, 8), [{ type: "loop", times: 4, blocks: [conv] }], 2);
    expect(four.parameters).toBe(one.parameters);
    expect(four.operators).toEqual([{ ...one.operators[0], name: "loop1.conv1", count: 4 }]);
  });
});

describe("shared weights", () => {
  test("are read each time and counted once", () => {
    const { operators, parameters } = lower(tensor(64, 8, 8), [conv, { ...conv, shared: true }]);
    expect(parameters).toBe(64 * 64 * 9 + 64);
    expect(operators.map(({ weightElements }) => weightElements)).toEqual([36_928, 36_928]);
  });
});
