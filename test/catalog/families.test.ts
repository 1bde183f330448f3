import { describe, expect, it } from "vitest";
import { readFamily } from "../../src/catalog/read-family.ts";
import type { FamilyProfile } from "../../src/catalog/read-family.ts";
import { resolveFamilies } from "../../src/catalog/resolve-families.ts";
import type { Family } from "../../src/catalog/types.ts";
import { catalogFiles, modeline, schemaErrors } from "./profile-files.ts";

const files = catalogFiles("families");
const profiles = files.map((file) => readFamily(file.document));
const families = resolveFamilies(profiles);
const errors = schemaErrors("family");

const PARAMETERS = [
  "matmulShare",
  "bandwidthShare",
  "vectorShare",
  "attentionShare",
  "narrowShare",
  "tileRows",
  "tileColumns",
  "tileDepth",
  "depthwiseShare",
  "linkShare",
  "launchSeconds",
] as const satisfies readonly (keyof Family)[];

function family(id: string): Family {
  const found = families.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no family ${id}`);
  return found;
}

describe("every family profile", () => {
  it.each(files.map((file) => [file.id, file] as const))("%s", (id, file) => {
    expect(file.text.startsWith(modeline("family"))).toBe(true);
    expect(errors(file.document)).toEqual([]);
    const profile = readFamily(file.document);
    expect(profile.id).toBe(id);
    const own = PARAMETERS.filter((name) => profile[name] !== null);
    expect(own.length === 0, "only a family without parameters inherits them all").toBe(
      profile.basis === "inherited",
    );
  });

  it.each(families.map((resolved) => [resolved.id, resolved] as const))(
    "%s has every parameter, within what physics allows",
    (_id, resolved) => {
      const { matmulShare, bandwidthShare, vectorShare, depthwiseShare } = resolved;
      for (const share of [matmulShare, bandwidthShare, vectorShare, depthwiseShare]) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      // measurements/README: no batch-1 decode row exceeds 0.93 of peak bandwidth.
      expect(bandwidthShare).toBeLessThanOrEqual(0.93);
      expect(depthwiseShare).toBeLessThan(matmulShare);
      for (const tile of [resolved.tileRows, resolved.tileColumns, resolved.tileDepth]) {
        expect(Number.isInteger(tile)).toBe(true);
        expect(tile).toBeGreaterThanOrEqual(1);
      }
      expect(resolved.launchSeconds).toBeGreaterThan(0);
      expect(resolved.launchSeconds).toBeLessThanOrEqual(50e-6);
    },
  );

  it("descends from one of the seven classes, which have no parent", () => {
    const roots = profiles.filter((profile) => profile.parent === null).map(({ id }) => id);
    expect(roots.toSorted()).toEqual(["asic", "cpu", "fpga", "gpu", "mcu", "npu", "tpu"]);
  });
});

describe("measured shares stay in the order that was measured", () => {
  // catalogue-notes, calibration facts: BF16 A100 87 %, H100 80, MI355X 68, MI325X 60, MI300X 51.
  it("A100 above H100 above CDNA 4 above CDNA 3", () => {
    const shares = ["nvidia-ampere", "nvidia-hopper", "amd-cdna4", "amd-cdna3"].map(
      (id) => family(id).matmulShare,
    );
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(family("amd-cdna3").matmulShare).toBeGreaterThanOrEqual(0.51);
    expect(family("amd-cdna3").matmulShare).toBeLessThanOrEqual(0.6);
  });

  // measurements/README: GDDR cards reach 0.79-0.93 in batch-1 decode; peers survey: HBM 0.80-0.82.
  it("GDDR cards above HBM cards in bandwidth", () => {
    expect(family("nvidia-ampere-graphics").bandwidthShare).toBeGreaterThan(
      family("nvidia-ampere").bandwidthShare,
    );
  });
});

describe("resolving families", () => {
  const root = profileOf("root", null, { matmulShare: 0.5, launchSeconds: 1e-6 });

  it("takes a missing parameter from the nearest ancestor that has it", () => {
    const parent = profileOf("parent", "root", { matmulShare: 0.6 }, true);
    const child = profileOf("child", "parent", { launchSeconds: 9e-6 }, true);
    const [resolved] = resolveFamilies([child, parent, root]);
    expect(resolved?.matmulShare).toBe(0.6);
    expect(resolved?.launchSeconds).toBe(9e-6);
    expect(resolved?.bandwidthShare).toBe(0.8);
  });

  it("leaves what a family says about itself alone", () => {
    const child = profileOf("child", "root", {}, true);
    expect(resolveFamilies([root, child])[1]).toMatchObject({
      id: "child",
      parent: "root",
      basis: "inherited",
      source: "source of child",
    });
  });

  it("refuses a parent that there isn't", () => {
    expect(() => resolveFamilies([profileOf("child", "nobody", {})])).toThrow(/nobody/);
  });

  it("refuses families that descend from themselves", () => {
    const one = profileOf("one", "two", {}, true);
    const two = profileOf("two", "one", {}, true);
    expect(() => resolveFamilies([one, two])).toThrow(/descends from itself/);
  });

  it("refuses a class that lacks a parameter, and names it", () => {
    const gap = { ...root, tileDepth: null };
    expect(() => resolveFamilies([gap])).toThrow(/tileDepth/);
  });
});

describe("the family schema refuses", () => {
  const good = files.find((file) => file.id === "nvidia-hopper")?.document;

  it.each([
    ["a family without source", { source: undefined }, /source/],
    ["an unknown key", { fudgeFactor: "3 %" }, /propert/],
    ["a share without %", { matmulShare: 0.75 }, /matmulShare/],
    ["a tile of no rows", { tile: { rows: 0, columns: 1, depth: 1 } }, /rows/],
    ["parameters of a family that inherits them all", { basis: "inherited" }, /matmulShare/],
    ["a class with gaps", { parent: null }, /depthwiseShare/],
  ])("%s", (_what, change, message) => {
    expect(errors(good)).toEqual([]);
    expect(errors({ ...good, ...change }).join("\n")).toMatch(message);
  });

  it("a fitted family without any parameter", () => {
    const { matmulShare: _m, bandwidthShare: _b, launch: _l, ...rest } = { ...good };
    expect(errors(rest).join("\n")).toMatch(/required property/);
  });
});

/** A complete class unless `sparse`; then only the given parameters. */
function profileOf(
  id: string,
  parent: string | null,
  parameters: Partial<Record<(typeof PARAMETERS)[number], number>>,
  sparse = false,
): FamilyProfile {
  const share = sparse ? null : 0.8;
  const tile = sparse ? null : 16;
  return {
    id,
    name: id,
    class: "gpu",
    parent,
    matmulShare: share,
    bandwidthShare: share,
    vectorShare: share,
    attentionShare: share,
    narrowShare: share,
    tileRows: tile,
    tileColumns: tile,
    tileDepth: tile,
    depthwiseShare: share,
    linkShare: share,
    launchSeconds: share,
    ...parameters,
    basis: sparse ? "inherited" : "fitted",
    source: `source of ${id}`,
    confidence: "low",
    note: null,
  };
}
