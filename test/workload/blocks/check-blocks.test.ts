import { describe, expect, test } from "vitest";
import { checkBlocks } from "../../../src/workload/blocks/check-blocks.ts";
import { tensor } from "./lower.ts";

const conv = { type: "conv", out: 64, kernel: 3 };

describe("checkBlocks", () => {
  test("finds nothing in blocks that are right", () => {
    const blocks = [
      { ...conv, save: "a" },
      { type: "concat", with: "a", repeat: 2 },
    ];
    expect(checkBlocks(blocks, tensor(3, 32, 32))).toEqual([]);
  });

  test.each([
    {
      what: "a block type that there isn't",
      blocks: [{ type: "convolution", out: 64 }],
      problem: {
        path: "blocks[0].type",
        message: 'there is no block type "convolution"',
        help: 'did you mean "conv"?',
      },
    },
    {
      what: "a parameter that the block doesn't have",
      blocks: [conv, { ...conv, strides: 2 }],
      problem: {
        path: "blocks[1].strides",
        message: 'conv has no parameter "strides"',
        help: 'did you mean "stride"?',
      },
    },
    {
      what: "a parameter that is missing",
      blocks: [{ type: "conv", kernel: 3 }],
      problem: {
        path: "blocks[0].out",
        message: "is missing",
        help: "output channels: a whole number above 0",
      },
    },
    {
      what: "a value of the wrong kind",
      blocks: [{ ...conv, out: "64 channels" }],
      problem: {
        path: "blocks[0].out",
        message: '"64 channels" is not a whole number above 0',
        help: "output channels: a whole number above 0",
      },
    },
    {
      what: "a tensor that nobody saved before",
      blocks: [
        { ...conv, save: "p3" },
        { type: "concat", with: "p4" },
      ],
      problem: {
        path: "blocks[1].with",
        message: 'no block before saves "p4"',
        help: 'did you mean "p3"?',
      },
    },
    {
      what: "a block that uses what it saves itself",
      blocks: [{ ...conv, from: "loop", save: "loop" }],
      problem: {
        path: "blocks[0].from",
        message: 'no block before saves "loop"',
        help: "tensors saved before: none",
      },
    },
    {
      what: "a mistake in a nested block",
      blocks: [{ type: "residual", blocks: [conv, { ...conv, kernel: 0 }] }],
      problem: {
        path: "blocks[0].blocks[1].kernel",
        message:
          "0 is not a whole number above 0, or a list [height], [height, width] or [depth, height, width]",
        help: expect.stringContaining("window: "),
      },
    },
    {
      what: "something that is no block",
      blocks: ["conv"],
      problem: {
        path: "blocks[0]",
        message: "not a block",
        help: "a block is written like {type: conv, out: 64, kernel: 3}",
      },
    },
  ])("finds $what", ({ blocks, problem }) => {
    expect(checkBlocks(blocks)).toEqual([problem]);
  });

  test("finds all mistakes, not only the first", () => {
    const blocks = [{ type: "pol" }, { type: "linear" }, { ...conv, groups: -1 }];
    expect(checkBlocks(blocks).map(({ path }) => path)).toEqual([
      "blocks[0].type",
      "blocks[1].out",
      "blocks[2].groups",
    ]);
  });

  test.each([
    {
      what: "channels that groups don't divide",
      blocks: [{ ...conv, groups: 3 }],
      message: "conv1: 3 groups don't divide 8 and 64 channels",
    },
    {
      what: "a window larger than the tensor",
      blocks: [{ ...conv, kernel: 40, padding: "valid" }],
      message: "conv1: a window of 1×40×40 doesn't fit into 8×32×32",
    },
    {
      what: "heads that don't divide the width",
      blocks: [{ type: "attention", heads: 3 }],
      message: "attention1: 3 heads don't divide a width of 8",
    },
  ])("finds $what when it knows the input", ({ blocks, message }) => {
    expect(checkBlocks(blocks)).toEqual([]);
    expect(checkBlocks(blocks, tensor(8, 32, 32))).toEqual([
      { path: "blocks", message, help: expect.any(String) },
    ]);
  });

  test("paths begin where the blocks stand in the document", () => {
    const [problem] = checkBlocks([{ type: "nothing-like-it" }], null, "denoiser.blocks");
    expect(problem?.path).toBe("denoiser.blocks[0].type");
  });
});
