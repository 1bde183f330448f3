import { describe, expect, it } from "vitest";
import { calibratedFamilies, classCentres, familyPriors } from "../../src/calibration/priors.ts";
import { familyOwner } from "../../src/calibration/parameters.ts";
import type { FamilyProfile } from "../../src/catalog/read-family.ts";

const NOTHING = {
  matmulShare: null,
  bandwidthShare: null,
  vectorShare: null,
  attentionShare: null,
  narrowShare: null,
  tileRows: null,
  tileColumns: null,
  tileDepth: null,
  depthwiseShare: null,
  linkShare: null,
  launchSeconds: null,
};

const CLASS = {
  matmulShare: 0.5,
  bandwidthShare: 0.8,
  vectorShare: 0.5,
  attentionShare: 0.7,
  narrowShare: 0.9,
  tileRows: 64,
  tileColumns: 64,
  tileDepth: 16,
  depthwiseShare: 0.02,
  linkShare: 0.8,
  launchSeconds: 3e-6,
};

function profile(changed: Partial<FamilyProfile> & { id: string }): FamilyProfile {
  return {
    name: changed.id,
    class: "gpu",
    parent: "gpu",
    ...NOTHING,
    basis: "inherited",
    source: "test",
    confidence: "high",
    note: null,
    ...changed,
  };
}

const PROFILES = [
  profile({ id: "gpu", parent: null, basis: "published", ...CLASS }),
  profile({ id: "published", basis: "published", matmulShare: 0.6 }),
  profile({ id: "by-hand", basis: "fitted", matmulShare: 0.9, tileRows: 8 }),
  profile({ id: "child", parent: "published" }),
  profile({ id: "plain" }),
];

const FITS = {
  published: { matmulShare: { value: 0.8, low: 0.7, high: 0.9 } },
  "by-hand": { matmulShare: { value: 0.32, low: 0.3, high: 0.4 } },
};

const share = (values: ReturnType<typeof familyPriors>, id: string): number | undefined =>
  values.get(familyOwner(id))?.["matmulShare"];

describe("what a family is taken for before it is fitted", () => {
  const priors = familyPriors(PROFILES);

  it("is what its profile publishes, else its nearest ancestor's", () => {
    expect(share(priors, "published")).toBe(0.6);
    expect(share(priors, "child")).toBe(0.6);
    expect(share(priors, "plain")).toBe(0.5);
  });

  it("is never what somebody read off the same measurements by hand", () => {
    expect(share(priors, "by-hand")).toBe(0.5);
  });
});

describe("what a calibration passes on", () => {
  // Median of 0.5 (published), 0.8 and 0.32.
  const classes = classCentres(PROFILES, FITS);

  it("the centre of a class is the median of its fitted families and of the published value", () => {
    expect(classes).toEqual({ gpu: { matmulShare: 0.5 } });
    // Of two values the geometric mean: shares are compared by factors. √(0.5 · 0.8) = 0.632.
    expect(classCentres(PROFILES, { published: FITS.published })).toEqual({
      gpu: { matmulShare: 0.632 },
    });
  });

  it("a family without rows takes its nearest ancestor's fit, else the centre of the class", () => {
    const values = calibratedFamilies(PROFILES, {
      families: FITS,
      classes: { gpu: { matmulShare: 0.55 } },
    });
    expect(share(values, "child")).toBe(0.8);
    expect(share(values, "plain")).toBe(0.55);
    expect(share(values, "by-hand")).toBe(0.32);
  });
});
