import { describe, expect, it } from "vitest";
import { formatOptions } from "../../src/planner/format-options.ts";
import { device, h100, stack } from "../support/chips.ts";

const names = (options: ReturnType<typeof formatOptions>) =>
  options.map(({ device: on, precision }) => [
    on.stack.id,
    precision.weights,
    precision.activations,
  ]);

describe("ways to run the allowed formats", () => {
  it("go to the first stack that has them, not to a better supported one that would widen them", () => {
    const plain = device({ stack: stack({ id: "plain", precisions: ["bf16"], weightOnly: [] }) });
    const narrow = device({ stack: stack({ id: "narrow", precisions: ["bf16", "fp8"] }) });
    const choice = { weights: ["fp8"], activations: ["fp8"], cache: ["fp8"] } as const;
    expect(names(formatOptions([plain, narrow], choice))).toEqual([["narrow", "fp8", "fp8"]]);
    expect(names(formatOptions([plain], choice))).toEqual([["plain", "bf16", "bf16"]]);
  });

  it("leave out what another one beats in every respect", () => {
    const choice = {
      weights: ["fp8", "bf16"],
      activations: ["fp8", "bf16"],
      cache: ["bf16", "fp8"],
    } as const;
    // FP8 throughout is faster, smaller and needs no unpacking.
    expect(names(formatOptions([device()], choice))).toEqual([["test-stack", "fp8", "fp8"]]);
  });

  it("keep eight bits beside four where the checkpoint in four bits leaves some weights in sixteen", () => {
    const on = device({
      chip: h100({ peakOpsPerSecond: { bf16: 1e15, fp8: 2e15, fp4: 4e15 } }),
      stack: stack({ precisions: ["bf16", "fp8", "fp4"], publishedCheckpoints: true }),
    });
    const choice = {
      weights: ["fp8", "fp4"],
      activations: ["fp8", "fp4"],
      cache: ["fp8"],
    } as const;
    const head = { belowBytes: 2, elements: 1e9 };
    const attention = { belowBytes: 1, elements: 1e9 };
    expect(names(formatOptions([on], choice, [head]))).toEqual([["test-stack", "fp4", "fp4"]]);
    expect(names(formatOptions([on], choice, [head, attention]))).toEqual([
      ["test-stack", "fp8", "fp8"],
      ["test-stack", "fp4", "fp4"],
    ]);
  });

  it("are none when no stack runs any", () => {
    const int8 = device({ stack: stack({ precisions: ["int8"], weightOnly: [] }) });
    const choice = { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] } as const;
    expect(formatOptions([int8], choice)).toEqual([]);
  });
});
