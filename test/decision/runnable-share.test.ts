import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { runnableShare } from "../../src/decision/runnable-share.ts";
import { chip, system } from "../economics/hardware-fixture.ts";
import { stack } from "./assessed-fixture.ts";

const { models } = loadBuiltinCatalog();
const decoders = models.filter(({ kind }) => kind === "decoder");
/** What engines for language models run: generators, with or without an encoder. */
const generators = models.filter(({ kind }) => kind === "decoder" || kind === "encoder-decoder");

/** Bytes per parameter at the narrowest format that both have. */
const machine = (gigabytes: number, chips: number, formats: Parameters<typeof stack>[0] = {}) => ({
  chip: chip({
    memory: {
      type: "HBM",
      capacityBytes: gigabytes * 1e9,
      bandwidthBytesPerSecond: 1e12,
      onChipOnly: false,
    },
    peakOpsPerSecond: { bf16: 1e15, fp8: 2e15 },
  }),
  system: system({ chipsPerNode: chips }),
  stacks: [stack({ phases: ["llm-inference"], usableMemoryShare: 1, ...formats })],
});

/** Counted one by one. */
const upTo = (parameters: number) =>
  generators.filter((model) => model.parameters <= parameters).length / models.length;

describe("the share of models that a machine runs", () => {
  const share = runnableShare(models);

  it("counts what fits into the memory of the machine's chips together", () => {
    // bf16 takes two bytes a parameter.
    expect(share(machine(80, 1))).toBe(upTo(40e9));
    expect(share(machine(80, 8))).toBe(upTo(320e9));
  });

  it("takes the narrowest format that chip and stack have, from 8 bits up", () => {
    expect(share(machine(80, 1, { precisions: ["bf16", "fp8"] }))).toBe(upTo(80e9));
    expect(share(machine(80, 1, { weightOnly: ["int4"] }))).toBe(upTo(40e9));
    expect(share(machine(80, 1, { precisions: ["int8"] }))).toBe(0);
  });

  it("counts only the kinds of model that a stack does", () => {
    const vision = share(machine(1e6, 8, { phases: ["inference"] }));
    expect(vision).toBeCloseTo(1 - decoders.length / models.length, 12);
    expect(share(machine(1e6, 8, { phases: ["training"] }))).toBe(0);
  });

  it("is 0 of no models", () => {
    expect(runnableShare([])(machine(80, 1))).toBe(0);
  });
});
