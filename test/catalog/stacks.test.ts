import { describe, expect, it } from "vitest";
import { readStack } from "../../src/catalog/read-stack.ts";
import { catalogFiles, modeline, schemaErrors } from "./profile-files.ts";

const files = catalogFiles("stacks");
const errors = schemaErrors("stack");

describe("every stack profile", () => {
  it.each(files.map((file) => [file.id, file] as const))("%s", (id, file) => {
    expect(file.text.startsWith(modeline("stack"))).toBe(true);
    expect(errors(file.document)).toEqual([]);
    const stack = readStack(file.document);
    expect(stack.id).toBe(id);
    for (const share of [stack.usableMemoryShare, stack.maturity]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(stack.collectiveOverlap).toBeLessThanOrEqual(0.9);
    // A step of the slowest training loop costs its host milliseconds. An eager launch costs some
    // 10 us in a serving engine, several times that in a training loop of unfused operators.
    expect(stack.stepOverheadSeconds).toBeLessThanOrEqual(10e-3);
    expect(stack.kernelOverheadSeconds).toBeLessThanOrEqual(
      stack.phases.includes("training") ? 100e-6 : 30e-6,
    );
    // Formats only for weights are narrower than the 16 bits of the activations beside them.
    expect(stack.weightOnly.filter((format) => /32|16|64/.test(format))).toEqual([]);
  });
});

describe("batching", () => {
  it("is continuous only where requests for tokens are served", () => {
    const stacks = files.map((file) => readStack(file.document));
    const continuous = stacks.filter((stack) => stack.continuousBatching);
    expect(continuous.length).toBeGreaterThan(0);
    for (const stack of continuous) expect(stack.phases).toContain("llm-inference");
  });
});

describe("the stack reader", () => {
  const document = {
    id: "own",
    name: "Own stack",
    phases: ["inference"],
    precisions: ["int8"],
    weightOnly: ["int4"],
    stepOverhead: "1.5 ms",
    kernelOverhead: "3 us",
    collectiveOverlap: "0 %",
    continuousBatching: false,
    usableMemory: "85 %",
    maturity: "40 %",
    maturityReason: "written this morning",
    source: "this test",
    confidence: "low",
  };

  it("returns seconds and shares", () => {
    expect(readStack(document)).toEqual({
      id: "own",
      name: "Own stack",
      phases: ["inference"],
      precisions: ["int8"],
      weightOnly: ["int4"],
      stepOverheadSeconds: 1.5e-3,
      // Left out, so as good as the chip family's best kernels, and NCCL's launches.
      sequenceOverheadSeconds: 0,
      computeShare: 1,
      bandwidthShare: 1,
      collectiveOverheadSeconds: 8e-6,
      expertShare: 0.6,
      kernelOverheadSeconds: 3e-6,
      collectiveOverlap: 0,
      continuousBatching: false,
      usableMemoryShare: 0.85,
      maturity: 0.4,
      maturityReason: "written this morning",
      source: "this test",
      confidence: "low",
      note: null,
    });
  });

  it.each([
    ["an unknown precision", { precisions: ["fp12"] }, /precisions/],
    ["an unknown phase", { phases: ["serving"] }, /phases/],
    ["an overhead without a unit", { stepOverhead: 1.5 }, /stepOverhead/],
    ["memory beyond all of it", { usableMemory: "120 %" }, /usableMemory/],
  ])("refuses %s and names the key", (_what, change, key) => {
    expect(() => readStack({ ...document, ...change })).toThrow(key);
  });

  it.each([
    ["a stack that runs nothing", { phases: [] }, /phases/],
    ["a maturity without a reason", { maturityReason: undefined }, /maturityReason/],
    ["an unknown precision", { precisions: ["fp12"] }, /precisions/],
    ["an unknown key", { speed: "fast" }, /propert/],
    ["a time in watts", { kernelOverhead: "3 W" }, /kernelOverhead/],
  ])("is never reached by %s: the schema stops it", (_what, change, message) => {
    expect(errors(document)).toEqual([]);
    expect(errors({ ...document, ...change }).join("\n")).toMatch(message);
  });
});
