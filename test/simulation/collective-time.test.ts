import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bytesPerElement,
  collectiveTime,
  copyGroup,
} from "../../src/simulation/collective-time.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import {
  UNSHARDED,
  type Collective,
  type CollectiveKind,
  type Sharding,
} from "../../src/workload/types.ts";
import { device, h100, stack, system } from "../support/chips.ts";

const MEGABYTES = 64;
const collective = (kind: CollectiveKind, group: Collective["group"] = "tensor"): Collective => ({
  name: kind,
  kind,
  group,
  count: 1,
  elements: (MEGABYTES * 1e6) / 2,
  bytesPerElement: 2,
});

function seconds(
  kind: CollectiveKind,
  tensor: number,
  on = device(),
  group: Collective["group"] = "tensor",
  split = {},
): number {
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  return collectiveTime(collective(kind, group), on, formats, { ...UNSHARDED, tensor, ...split });
}

/** Sustained NVLink bandwidth in the fixture: 0.8 of 450 GB/s (nccl-tests on HGX H100). */
const LINK = 0.8 * 450e9;
const BYTES = MEGABYTES * 1e6;

describe("on one tier", () => {
  it("an all-reduce moves 2·(n − 1)/n of the buffer after two steps through the switch (Thakur et al. 2005)", () => {
    expect(seconds("all-reduce", 8)).toBeCloseTo(2 * 5e-6 + (2 * (7 / 8) * BYTES) / LINK, 12);
  });

  it("a tensor group's sum saves the launch of the norm that follows where one kernel does both", () => {
    const fused = device({ stack: stack({ fusedNorms: true }) });
    const saved = seconds("all-reduce", 8) - seconds("all-reduce", 8, fused);
    expect(saved).toBeCloseTo(fused.launchSeconds, 12);
    expect(seconds("all-gather", 8, fused)).toBe(seconds("all-gather", 8));
    expect(seconds("all-reduce", 1, fused)).toBe(0);
  });

  it("gather, scatter and all-to-all move (n − 1)/n of it", () => {
    for (const kind of ["all-gather", "reduce-scatter", "all-to-all"] as const) {
      const data = seconds(kind, 4) - 2 * 5e-6;
      expect(data).toBeCloseTo(((3 / 4) * BYTES) / LINK, 12);
    }
  });

  it("a ring takes 2·(n − 1) steps", () => {
    const ring = device({ system: system({ topology: "ring" }) });
    expect(seconds("all-reduce", 8, ring) - seconds("all-reduce", 8)).toBeCloseTo(12 * 5e-6, 12);
  });

  it("a group of a full mesh uses the links between its members only", () => {
    const mesh = device({ system: system({ topology: "mesh" }) });
    const data = (on: typeof mesh, size: number): number =>
      seconds("all-reduce", size, on) - 2 * 5e-6;
    expect(data(mesh, 8)).toBeCloseTo(data(device(), 8), 12);
    expect(data(mesh, 2)).toBeCloseTo(7 * data(device(), 2), 12);
  });

  it("takes no time for one chip", () => {
    for (const kind of ["all-reduce", "all-gather", "all-to-all"] as const) {
      expect(seconds(kind, 1)).toBe(0);
    }
  });
});

describe("across nodes", () => {
  const across = (kind: CollectiveKind, data: number, tensor = 1): number =>
    seconds(kind, tensor, device(), "data", { data });

  it("is slower than within one", () => {
    expect(across("all-reduce", 16)).toBeGreaterThan(seconds("all-reduce", 8));
  });

  it("reduces inside first: each of eight chips carries an eighth across at 0.8 of 50 GB/s", () => {
    const inside = 2 * 5e-6 + (2 * (7 / 8) * BYTES) / LINK;
    const outside = 2 * 10e-6 + (2 * (1 / 2) * (BYTES / 8)) / 40e9;
    expect(across("all-reduce", 16)).toBeCloseTo(inside + outside, 9);
  });

  it("carries the whole buffer across when each member sits on a node of its own", () => {
    expect(across("all-reduce", 2, 8)).toBeCloseTo(2 * 10e-6 + BYTES / 40e9, 9);
  });

  it("sends in full what all-to-all has for other nodes: every chip's data are its own", () => {
    const outside = 2 * 10e-6 + ((1 / 2) * BYTES) / 40e9;
    expect(across("all-to-all", 16)).toBeGreaterThan(outside);
  });

  it("is impossible without a network", () => {
    const alone = device({ system: system({ scaleOut: null }) });
    expect(seconds("all-reduce", 16, alone)).toBe(Number.POSITIVE_INFINITY);
    const single = device({
      chip: h100({ scaleUp: null, hostLink: null }),
      system: system({ scaleOut: null }),
    });
    expect(seconds("all-reduce", 2, single)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("size and bandwidth", () => {
  it("a faster link is never slower", () => {
    const kinds = fc.constantFrom<CollectiveKind>("all-reduce", "all-gather", "all-to-all");
    fc.assert(
      fc.property(kinds, fc.constantFrom(2, 4, 8, 16, 64), (kind, size) => {
        const fast = h100({
          scaleUp: { name: "x", bandwidthBytesPerSecond: 9e11, domainChips: 8 },
        });
        const better = seconds(kind, 1, device({ chip: fast }), "data", { data: size });
        expect(better).toBeLessThanOrEqual(seconds(kind, 1, device(), "data", { data: size }));
      }),
    );
  });

  it("sums travel in 16 bits at least, other data as they are computed", () => {
    const formats = resolveFormats(device(), "fp8", "fp8", "fp8");
    if (!formats) throw new Error("no FP8");
    const open = (kind: CollectiveKind): Collective => ({
      ...collective(kind),
      bytesPerElement: null,
    });
    expect(bytesPerElement(open("all-reduce"), formats)).toBe(2);
    expect(bytesPerElement(open("all-gather"), formats)).toBe(1);
  });
});

describe("the place of a group", () => {
  const split = { tensor: 4, context: 2, pipeline: 2, data: 8, expert: 8 };
  const usual = ["tensor", "context", "pipeline", "data"] as const;
  const groups = ["tensor", "context", "expert", "pipeline", "data"] as const;

  it("is the usual order where nobody says otherwise", () => {
    for (const group of groups) {
      const kind = group === "pipeline" ? "point-to-point" : "all-reduce";
      const placed = seconds(kind, 4, device(), group, { ...split, placement: usual });
      expect(placed).toBe(seconds(kind, 4, device(), group, split));
    }
  });

  it("is inside the scale-up domain as far as what lies further inside leaves room", () => {
    const at = (placement: readonly (typeof usual)[number][]): number =>
      seconds("all-reduce", 4, device(), "tensor", { ...split, placement });
    const whole = at(usual);
    // Eight chips a domain: behind two stages all four members still share one, behind eight replicas each has a domain of its own.
    expect(at(["pipeline", "tensor", "context", "data"])).toBe(whole);
    expect(at(["data", "tensor", "context", "pipeline"])).toBeGreaterThan(whole);
    // Behind two stages and two parts of a sequence two members share a domain: half of the buffer crosses the network.
    const half = at(["pipeline", "context", "tensor", "data"]);
    expect(half).toBeGreaterThan(whole);
    expect(half).toBeLessThan(at(["data", "tensor", "context", "pipeline"]));
  });
});

describe("copies of the same weights", () => {
  const on = device({ system: system({ scaleUpChips: 8 }) });
  const group = (split: Partial<Sharding>) => copyGroup({ ...UNSHARDED, ...split }, on);

  it("are parts of a sequence and replicas, wherever either lies", () => {
    // Two chips a tensor group: four context neighbours share an island of eight, replicas lie 2 × 4 × 4 chips apart.
    expect(group({ tensor: 2, context: 4, pipeline: 4, data: 3 })).toEqual({
      size: 12,
      span: 96,
      inside: 4,
    });
  });

  it("have replicas as neighbours where those lie innermost", () => {
    const placement = ["data", "tensor", "pipeline", "context"] as const;
    expect(group({ tensor: 2, context: 2, pipeline: 4, data: 4, placement })).toEqual({
      size: 8,
      span: 64,
      inside: 4,
    });
  });

  it("are one where nothing is split but the model", () => {
    expect(group({ tensor: 8, pipeline: 4 })).toEqual({ size: 1, span: 1, inside: 1 });
  });
});
