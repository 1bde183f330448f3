import { describe, expect, it } from "vitest";
import { exportLimit } from "../../../src/decision/constraints/export.ts";
import type { Constraints } from "../../../src/input/workload-types.ts";
import { chip } from "../../economics/hardware-fixture.ts";
import { constraints, workload } from "../workload-fixture.ts";
import { context } from "./constraint-fixture.ts";

/** 989 dense BF16 TFLOP/s × 16 bit = 15,824, far above the 4,800 of ECCN 3A090.a. */
const strong = { peakOpsPerSecond: { bf16: 989e12 } };
/** 50 × 16 = 800, below the lowest threshold of 1,600. */
const weak = { peakOpsPerSecond: { bf16: 50e12 } };

function passes(exportClass: Constraints["exportClass"], figures: Parameters<typeof chip>[0]) {
  const limits = constraints({ exportClass });
  return exportLimit.check(
    context({ chip: chip(figures), workload: workload({ constraints: limits }) }),
  )?.pass;
}

describe("the export class", () => {
  it("keeps strong chips from a buyer who wants unrestricted ones, whoever makes them", () => {
    expect(passes("unrestricted", strong)).toBe(false);
    expect(passes("unrestricted", { ...strong, vendor: "Huawei" })).toBe(false);
    expect(passes("unrestricted", weak)).toBe(true);
  });

  it("leaves a buyer in China the chips of Chinese makers, which cross no border", () => {
    expect(passes("china", { ...strong, vendor: "Huawei" })).toBe(true);
    expect(passes("china", { ...strong, vendor: "NVIDIA" })).toBe(false);
    expect(passes("china", { ...weak, vendor: "NVIDIA" })).toBe(true);
  });

  it("is no question where any chip will do", () => {
    expect(passes("any", strong)).toBeUndefined();
  });
});
