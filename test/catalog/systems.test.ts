import { describe, expect, it } from "vitest";
import { readSystem } from "../../src/catalog/read-system.ts";
import { catalogFiles, modeline, schemaErrors } from "./profile-files.ts";

const files = catalogFiles("systems");
const systems = new Map(files.map((file) => [file.id, readSystem(file.document)]));
const errors = schemaErrors("system");

function system(id: string): ReturnType<typeof readSystem> {
  const found = systems.get(id);
  if (found === undefined) throw new Error(`no system ${id}`);
  return found;
}

describe("every system profile", () => {
  it.each(files.map((file) => [file.id, file] as const))("%s", (id, file) => {
    expect(file.text.startsWith(modeline("system"))).toBe(true);
    expect(errors(file.document)).toEqual([]);
    const read = readSystem(file.document);
    expect(read.id).toBe(id);
    expect(read.minimumChipsOwned).toBeGreaterThanOrEqual(1);
    // Light needs 5 ns a metre; a software stack answers within 0.1 ms.
    expect(read.scaleUpLatencySeconds).toBeGreaterThanOrEqual(1e-7);
    expect(read.scaleUpLatencySeconds).toBeLessThanOrEqual(1e-4);
  });
});

describe("networks between nodes", () => {
  const clustered = [...systems.values()].flatMap(({ scaleOut, ...rest }) =>
    scaleOut === null ? [] : [{ ...rest, scaleOut }],
  );

  it("take longer than the links inside a node, and less than a millisecond", () => {
    const odd = clustered.filter(
      ({ scaleOut, scaleUpLatencySeconds }) =>
        scaleOut.latencySeconds < scaleUpLatencySeconds || scaleOut.latencySeconds > 1e-3,
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it("reach at least as far as the scale-up domain", () => {
    const small = clustered.filter(
      ({ scaleOut, scaleUpChips }) => scaleOut.maxChips < scaleUpChips,
    );
    expect(small.map(({ id }) => id)).toEqual([]);
  });
});

describe("what a system adds to its chips", () => {
  it("makes an H100 server the 10.2 kW that NVIDIA states for DGX H100", () => {
    expect(8 * (700 + system("hgx-h100").hostWattsPerChip)).toBe(10_200);
  });

  it("makes a B200 server the 14.3 kW that the DGX B200 user guide states", () => {
    expect(8 * (1000 + system("hgx-b200").hostWattsPerChip)).toBeCloseTo(14_300, -1);
  });

  it("makes CloudMatrix 384 the 559 kW that the press states", () => {
    expect(384 * (700 + system("cloudmatrix-384").hostWattsPerChip)).toBeCloseTo(559_000, -3);
  });

  // InferenceX-app, all-in power per GPU with host and cooling (catalogue-notes, calibration facts).
  it.each([
    ["hgx-h100", 700, 1730],
    ["hgx-b200", 1000, 2170],
    ["gb200-nvl72", 1200, 2100],
    ["oam-mi300x", 750, 1790],
    ["oam-mi350", 1400, 2650],
  ])("comes within 10 %% of the all-in power of %s", (id, tdp, allIn) => {
    const { hostWattsPerChip, powerUsageEffectiveness } = system(id);
    const watts = (tdp + hostWattsPerChip) * powerUsageEffectiveness;
    expect(Math.abs(watts / allIn - 1)).toBeLessThan(0.1);
  });
});

describe("links", () => {
  it("are read per chip and direction: 400 Gb/s InfiniBand is 50 GB/s", () => {
    expect(system("hgx-h100").scaleOut?.bandwidthBytesPerSecond).toBe(50e9);
  });

  it("end where a device cannot be clustered", () => {
    expect(system("phone").scaleOut).toBeNull();
  });
});

describe("the system schema refuses", () => {
  const good = files.find((file) => file.id === "hgx-h100")?.document;

  it("nothing in a complete profile", () => {
    expect(errors(good)).toEqual([]);
  });

  it.each([
    ["a profile without source", { source: undefined }, /source/],
    ["an unknown key", { hostWatts: "575 W" }, /propert/],
    ["power without a unit", { hostPower: 575 }, /hostPower/],
    ["power in a unit of money", { hostPower: "575 USD" }, /hostPower/],
    ["no chips in a node", { chipsPerNode: 0 }, /chipsPerNode/],
    ["an unknown topology", { topology: "star" }, /topology/],
    ["a network without latency", { scaleOut: { name: "x", bandwidth: "1 GB/s" } }, /latency/],
    ["a facility that needs less than its equipment", { powerUsageEffectiveness: 0.9 }, /power/],
    ["an estimate of a figure that there isn't", { estimated: ["watts"] }, /estimated/],
  ])("%s", (_what, change, message) => {
    expect(errors({ ...good, ...change }).join("\n")).toMatch(message);
  });
});

describe("the system reader", () => {
  it("names the key of a figure that the schema would have refused", () => {
    const good = files[0]?.document;
    expect(() => readSystem({ ...good, hostPower: "many watts" })).toThrow(/hostPower/);
    expect(() => readSystem({ ...good, minimumChips: { owned: 1 } })).toThrow(
      /minimumChips.rented/,
    );
    expect(() => readSystem("hgx")).toThrow(TypeError);
  });
});
