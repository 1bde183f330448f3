import { describe, expect, it } from "vitest";
import { withFittedFamilies, withFittedStacks } from "../../src/catalog/apply-calibration.ts";
import { readCalibration } from "../../src/catalog/read-calibration.ts";
import { readFamily } from "../../src/catalog/read-family.ts";
import { resolveFamilies } from "../../src/catalog/resolve-families.ts";
import { stack } from "../support/chips.ts";
import { catalogFiles } from "./profile-files.ts";

const DOCUMENT = {
  rows: { chips: { "h100-sxm": 12 }, families: { "nvidia-hopper": 12 }, stacks: { vllm: 12 } },
  classes: { gpu: { vectorShare: 0.41 } },
  families: { "nvidia-hopper": { matmulShare: { value: 0.71, low: 0.7, high: 0.72 } } },
  stacks: { "test-stack": { stepOverheadSeconds: { value: 2e-4, low: 1e-4, high: 3e-4 } } },
  intervals: [
    {
      figure: "any",
      class: "gpu",
      chip: "family",
      stackKnown: true,
      low: 0.7,
      high: 1.3,
      rows: 50,
    },
  ],
};

describe("calibration.yaml", () => {
  it("is read as it was written", () => {
    expect(readCalibration(DOCUMENT)).toEqual(DOCUMENT);
  });

  it.each([
    [
      "a parameter that families do not have",
      { families: { x: { speed: { value: 1, low: 1, high: 1 } } } },
      /families\.x: speed/u,
    ],
    [
      "a value that is no number",
      { classes: { gpu: { vectorShare: "41 %" } } },
      /classes\.gpu\.vectorShare/u,
    ],
    ["a part that is missing", { rows: {} }, /rows\.chips/u],
    [
      "a kind of evidence that nobody knows",
      { intervals: [{ ...DOCUMENT.intervals[0], chip: "vendor" }] },
      /intervals\.0\.chip: vendor/u,
    ],
  ])("refuses %s", (_what, changed, message) => {
    expect(() => readCalibration({ ...DOCUMENT, ...changed })).toThrow(message);
  });
});

describe("a catalogue with a calibration", () => {
  const calibration = readCalibration(DOCUMENT);
  const profiles = catalogFiles("families").map(({ document }) => readFamily(document));
  const before = resolveFamilies(profiles);
  const after = resolveFamilies(withFittedFamilies(profiles, calibration));
  const family = (id: string) => after.find((one) => one.id === id);

  it("has the fitted values and says that they are fitted", () => {
    expect(family("nvidia-hopper")).toMatchObject({ matmulShare: 0.71, basis: "fitted" });
  });

  it("gives the centre of a class to the families that say nothing themselves", () => {
    expect(family("amd-gcn")?.vectorShare).toBe(0.41);
    expect(family("amd-gcn")?.basis).toBe(before.find(({ id }) => id === "amd-gcn")?.basis);
  });

  it("changes nothing else", () => {
    const isUntouched = ({ class: chipClass }: { class: string }): boolean => chipClass !== "gpu";
    expect(after.filter(isUntouched)).toEqual(before.filter(isUntouched));
  });

  it("has the fitted values of stacks", () => {
    const [fitted] = withFittedStacks([stack()], calibration);
    expect(fitted).toEqual({ ...stack(), stepOverheadSeconds: 2e-4 });
  });
});
