import { describe, expect, it } from "vitest";
import { memoryBandwidth } from "../../../src/check/rules/memory-bandwidth.ts";
import { interfaceBandwidth } from "../../../src/check/rules/interface-bandwidth.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3002 memory-bandwidth", () => {
  it("accepts 4.8 TB/s on four stacks of HBM3E, which reach 5.12", () => {
    expect(findings(memoryBandwidth, EXAMPLE)).toEqual([]);
  });

  it("refuses them on three: 3 × 1.28 TB/s", () => {
    const [finding] = findings(memoryBandwidth, edited(["stacks: 4", "stacks: 3"]));
    expect(finding).toMatchObject({ path: ["memory", "bandwidth"], value: 4.8e12, limit: 3.84e12 });
    expect(finding?.help).toBe("memory.bandwidth ≤ 3.84 TB/s would pass, or memory.stacks ≥ 4");
  });

  it("knows the generations: four stacks of HBM3 carry 3.28 TB/s, of HBM4 11.2", () => {
    expect(findings(memoryBandwidth, edited(["HBM3e", "HBM3"]))[0]?.limit).toBeCloseTo(
      4 * 819.2e9,
      -6,
    );
    expect(findings(memoryBandwidth, edited(["HBM3e", "HBM4"]))).toEqual([]);
  });

  it("reads width and rate from the name of other memories", () => {
    // 256 bits × 8533 MT/s ÷ 8 = 273 GB/s; 12 × 64 bits × 6400 MT/s ÷ 8 = 614 GB/s; 512 bits × 32 Gb/s ÷ 8 = 2048 GB/s
    expect(interfaceBandwidth("LPDDR5X-8533 256-bit")?.bytesPerSecond).toBeCloseTo(273.056e9, -6);
    expect(interfaceBandwidth("DDR5-6400 12ch")?.bytesPerSecond).toBeCloseTo(614.4e9, -6);
    expect(interfaceBandwidth("GDDR7 512-bit")?.bytesPerSecond).toBe(2048e9);
    expect(interfaceBandwidth("LPDDR4 4x32-bit")?.words).toBe("128 bits of LPDDR4X-4267");
    expect(interfaceBandwidth("GDDR7")).toBeNull();
    const lpddr = edited(["HBM3e\n  stacks: 4", "LPDDR5X-8533 256-bit"]);
    expect(findings(memoryBandwidth, lpddr)[0]?.message).toContain("256 bits of 8533 MT/s");
  });
});
