import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readChip } from "../../src/catalog/read-chip.ts";

const PROFILE = `
id: example
name: Example X1
vendor: Example
class: asic
deployment: datacenter
year: 2026
family: asic
system: pcie-server
stacks: [example-stack]
availability: sale
source: [EP, recalled (datasheet)]
confidence: high
process:
  node: 5 nm
  dieArea: 600 mm2
  transistors: 80 B
compute:
  cores: 16
  clock: 1500 MHz
  structuredSparsity: true
  peakNote: "derived: cores x operations x clock"
  peak:
    bf16: 400 TFLOP/s
    int8: {value: 0.8 POP/s, source: vendor page, confidence: low, note: halved}
memory:
  type: HBM3
  capacity: 64 GiB
  bandwidth: 3350 GB/s
power:
  tdp: 0.5 kW
links:
  scaleUp: {name: Mesh, bandwidth: 100 GB/s, chips: 16}
  scaleOut: {name: Ethernet}
  host: {name: PCIe 5.0 x16, bandwidth: 504 Gb/s}
price: {value: 12.5 k USD, source: HF, date: "2026-08"}
safety: ASIL-B
`;

describe("reading a chip profile", () => {
  const { chip, provenance } = readChip(parse(PROFILE));
  const of = (field: string) => provenance.find((entry) => entry.field === field);

  it("has engines and INT8 lanes only where the profile says so", () => {
    expect(chip).not.toHaveProperty("engines");
    expect(chip).not.toHaveProperty("int8Lanes");
    const split = PROFILE.replace("  cores: 16", "  cores: 16\n  engines: 2\n  int8Lanes: 4");
    expect(readChip(parse(split)).chip).toMatchObject({ engines: 2, int8Lanes: 4 });
  });

  it("converts every quantity to SI units", () => {
    expect(chip).toMatchObject({
      year: 2026,
      cores: 16,
      clockHz: 1.5e9,
      structuredSparsity: true,
      peakOpsPerSecond: { bf16: 400e12, int8: 800e12 },
      memory: { capacityBytes: 64 * 2 ** 30, bandwidthBytesPerSecond: 3.35e12, onChipOnly: false },
      tdpWatts: 500,
      hostLink: { name: "PCIe 5.0 x16", bandwidthBytesPerSecond: 63e9 },
      scaleUp: { name: "Mesh", bandwidthBytesPerSecond: 100e9, domainChips: 16 },
      process: { nodeNanometres: 5, dieAreaSquareMillimetres: 600, transistors: 80e9 },
      priceUsd: 12_500,
    });
  });

  it("leaves out what the profile does not say, and estimates nothing", () => {
    expect(chip.idleWatts).toBeNull();
    expect(chip.rentUsdPerHour).toBeNull();
    expect(chip.onChipBytes).toBeNull();
    expect(chip.peakOpsPerSecond).not.toHaveProperty("fp16");
    expect(chip.estimated).toEqual([]);
  });

  it("has no link where nobody publishes the bandwidth", () => {
    expect(chip.scaleOut).toBeNull();
  });

  it("gives a plain figure the source and confidence of its file", () => {
    expect(of("tdpWatts")).toEqual({
      field: "tdpWatts",
      source: "EP; recalled (datasheet)",
      confidence: "high",
      note: null,
      date: null,
    });
  });

  it("gives a figure with a source of its own that one", () => {
    expect(of("peakOpsPerSecond.int8")).toMatchObject({
      source: "vendor page",
      confidence: "low",
      note: "halved",
    });
    expect(of("priceUsd")).toMatchObject({ source: "HF", confidence: "high", date: "2026-08" });
  });

  it("gives peaks without a note the common one", () => {
    expect(of("peakOpsPerSecond.bf16")?.note).toBe("derived: cores x operations x clock");
  });

  it("counts a chip as verified when one source was read", () => {
    expect(chip.verified).toBe(true);
    const recalled = PROFILE.replace(
      "[EP, recalled (datasheet)]",
      "[recalled (datasheet), derived]",
    );
    expect(readChip(parse(recalled)).chip.verified).toBe(false);
  });

  it.each([
    ["class: asic", "class: chip", 'a chip profile needs "class"'],
    ["vendor: Example", "", 'a chip profile needs "vendor"'],
    ["tdp: 0.5 kW", "tdp: 0.5 kg", "power.tdp: unknown unit"],
    ["capacity: 64 GiB", "capacity: [64]", "memory.capacity is not a quantity"],
  ])("names the key that an unchecked document has wrong: %s → %s", (from, to, message) => {
    expect(() => readChip(parse(PROFILE.replace(from, to)))).toThrow(message);
  });

  it.each([null, 3, "text", []])("throws on a document that is no mapping: %j", (document) => {
    expect(() => readChip(document)).toThrow(TypeError);
  });
});
