import { describe, expect, it } from "vitest";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { trainingTime } from "../../src/simulation/training-time.ts";
import type { Precision } from "../../src/units/precision.ts";
import { matmul } from "../../src/workload/operators.ts";
import {
  UNSHARDED,
  type Collective,
  type Operator,
  type Sharding,
} from "../../src/workload/types.ts";
import { NARROWED, wide } from "../../src/workload/wide-weights.ts";
import { device, h100, stack, system } from "../support/chips.ts";

interface On {
  precision?: Precision;
  kernelOverheadSeconds?: number;
  collectiveOverlap?: number;
  tensorChunks?: boolean;
  sharding?: Sharding;
  collectives?: readonly Collective[];
}

function seconds(operators: readonly Operator[], on: On = {}): number {
  const precision = on.precision ?? "bf16";
  const trainer = stack({
    stepOverheadSeconds: 0,
    kernelOverheadSeconds: on.kernelOverheadSeconds ?? 0,
    collectiveOverlap: on.collectiveOverlap ?? 0.5,
    tensorChunks: on.tensorChunks ?? false,
  });
  const chip = device({ chip: h100(), stack: trainer, system: system() });
  const formats = resolveFormats(chip, precision, precision, precision);
  if (!formats) throw new Error(`no ${precision}`);
  const step = { operators, collectives: on.collectives ?? [] };
  return trainingTime(step, chip, formats, on.sharding ?? UNSHARDED).seconds;
}

const multiply = (name: string): Operator => matmul(name, 1, 16_384, 8192, 8192);

describe("FP8", () => {
  it("quickens the layers' multiplies by less than two: operands are cast first", () => {
    const gain =
      seconds([multiply("ffn.up")]) / seconds([multiply("ffn.up")], { precision: "fp8" });
    expect(gain).toBeGreaterThan(1.3);
    expect(gain).toBeLessThan(2);
  });

  it("leaves the vocabulary at 16 bits (Transformer Engine quantises linear layers of the blocks alone)", () => {
    const vocabulary = wide(multiply("vocabulary"), NARROWED);
    expect(seconds([vocabulary], { precision: "fp8" })).toBeCloseTo(seconds([vocabulary]), 9);
  });
});

describe("the host", () => {
  it("shows where its work for the kernels is longer than the chip's, and not otherwise", () => {
    const busy = seconds([multiply("ffn.up")]);
    expect(seconds([multiply("ffn.up")], { kernelOverheadSeconds: busy / 2 })).toBeCloseTo(busy, 9);
    expect(seconds([multiply("ffn.up")], { kernelOverheadSeconds: 3 * busy })).toBeCloseTo(
      3 * busy,
      9,
    );
  });

  it("launches the multiplies of experts one by one", () => {
    const experts: Operator = { ...matmul("moe.experts.up", 2, 8, 64, 64, 16), kind: "experts" };
    expect(seconds([experts], { kernelOverheadSeconds: 1e-3 })).toBeCloseTo(2 * 16 * 1e-3, 9);
  });
});

describe("collectives", () => {
  const reduce = (group: "tensor" | "context"): Collective => ({
    name: group,
    kind: "all-reduce",
    group,
    count: 1,
    elements: 1e9,
    bytesPerElement: null,
  });
  const shown = (group: "tensor" | "context", collectiveOverlap: number): number =>
    seconds([], {
      collectiveOverlap,
      collectives: [reduce(group)],
      sharding: { ...UNSHARDED, [group]: 8 },
    });

  it("of the tensor group hide behind nothing: the next multiply waits for the sum", () => {
    expect(shown("tensor", 0.9)).toBe(shown("tensor", 0));
  });

  it("of the tensor group hide but for one chunk where the stack sends them so, inside a domain of eight", () => {
    const chunked = (tensor: number, tensorChunks: boolean): number =>
      seconds([], {
        tensorChunks,
        collectives: [reduce("tensor")],
        sharding: { ...UNSHARDED, tensor },
      });
    expect(chunked(8, true)).toBeCloseTo(chunked(8, false) / 8, 9);
    expect(chunked(16, true)).toBe(chunked(16, false));
  });

  it("of other groups hide as far as the stack can", () => {
    expect(shown("context", 0.9)).toBeCloseTo(0.1 * shown("context", 0), 9);
  });
});
