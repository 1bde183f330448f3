import { describe, expect, it } from "vitest";
import { readSpec } from "../../../src/check/spec/read-spec.ts";
import type { Diagnostic } from "../../../src/input/diagnostic.ts";
import { catalog, EXAMPLE, edited, specOf } from "../example.ts";

function faults(text: string): readonly Diagnostic[] {
  const reading = readSpec(text, "chip.yaml", catalog);
  return reading.ok ? [] : reading.diagnostics;
}

const h200 = catalog.chips.find(({ id }) => id === "h200-sxm");

describe("a spec", () => {
  it("is a chip profile; source and confidence may be left out, and the class is the family", () => {
    const { chip, silicon } = specOf(EXAMPLE);
    expect(chip).toMatchObject({ id: "meridian-1", family: "asic", priceUsd: 8000, estimated: [] });
    expect(chip.memory.bandwidthBytesPerSecond).toBe(4.8e12);
    expect(silicon).toMatchObject({
      memoryStacks: 4,
      opsPerCycle: { fp8: 4096 },
      scaleUpLanes: { count: 32, rateBytesPerSecond: 14e9 },
    });
  });

  it("extends a chip of the catalogue: what it leaves out is that chip's", () => {
    const { chip, base } = specOf(
      "id: h200-next\nname: H200 next\nextends: h200-sxm\nmemory: {bandwidth: 6 TB/s}\ncompute: {peak: {fp4: 4 PFLOP/s}, structuredSparsity: true}\n",
    );
    expect(base).toBe("h200-sxm");
    expect(chip).toMatchObject({
      id: "h200-next",
      family: "nvidia-hopper",
      system: "hgx-h100",
      tdpWatts: h200?.tdpWatts,
      memory: { capacityBytes: 141e9, bandwidthBytesPerSecond: 6e12 },
    });
    expect(chip.peakOpsPerSecond).toEqual({ ...h200?.peakOpsPerSecond, fp4: 4e15 });
  });

  it("completes the links of the chip that it extends, and need not repeat what it keeps", () => {
    const { chip } = specOf(
      "id: a\nname: A\nextends: h200-sxm\nlinks: {scaleUp: {bandwidth: 900 GB/s, lanes: 72}}\ncompute: {clock: 2 GHz}\n",
    );
    expect(chip.scaleUp).toEqual({ ...h200?.scaleUp, bandwidthBytesPerSecond: 900e9 });
    expect(chip.structuredSparsity).toBe(true);
    expect(chip).toMatchObject({ clockHz: 2e9, hostLink: h200?.hostLink });
  });

  it("is estimated from peers where neither it nor its base states a figure", () => {
    const { chip } = specOf(edited(["price: 8 k USD\n", ""]));
    expect(chip.estimated).toEqual(["priceUsd"]);
    expect(chip.priceUsd).toBeGreaterThan(1000);
  });

  it("is refused with every fault at once and its place", () => {
    const broken = edited(
      ["bandwidth: 4.8 TB/s", "bandwith: 4.8 TB/s"],
      ["[datacenter-asic-llm]", "[datacenter-asic-lm]"],
      ["system: generic-oam-server\n", ""],
    );
    expect(faults(broken).map(({ code, line, column }) => [code, line, column])).toEqual([
      ["CS1102", 5, 1],
      ["CS1302", 11, 10],
      ["CS1101", 34, 3],
    ]);
  });

  it("is told which unit was meant", () => {
    expect(faults(edited(["4.8 TB/s", "4.8 km/h"]))[0]).toMatchObject({
      code: "CS1201",
      line: 35,
      message: 'unknown unit "km/h" for a data rate',
    });
    expect(faults(edited(["4.8 TB/s", "4800GB/s"]))[0]?.help).toContain("4.8 TB/s");
    expect(faults(edited(["4.8 TB/s", "{ value: 4.8 km/h }"]))[0]?.code).toBe("CS1201");
  });

  it("cannot extend what the catalogue lacks, and is no list", () => {
    expect(faults("id: x\nname: X\nextends: h200-smx\n")[0]).toMatchObject({
      code: "CS1302",
      line: 3,
      help: expect.stringContaining("h200-sxm"),
    });
    expect(faults("- 1\n")[0]?.code).toBe("CS1103");
  });
});
