import { describe, expect, it } from "vitest";
import {
  checkConstraints,
  CONSTRAINTS,
} from "../../../src/decision/constraints/check-constraints.ts";
import { chip } from "../../economics/hardware-fixture.ts";
import { constraints, workload } from "../workload-fixture.ts";
import { context } from "./constraint-fixture.ts";

describe("hard limits on a chip", () => {
  it("are three when the workload sets none", () => {
    expect(checkConstraints(context()).map(({ id }) => id)).toEqual([
      "place",
      "task-support",
      "known-figures",
    ]);
  });

  it("are all listed, passed or missed, so that every reason shows at once", () => {
    const checks = checkConstraints(
      context({
        chip: chip({ year: 2030, tdpWatts: 900, endOfSale: "2025-06" }),
        workload: workload({
          constraints: constraints({
            vendors: { allow: ["Globex"], deny: [] },
            classes: { allow: ["gpu"], deny: [] },
            chips: { allow: [], deny: ["x"] },
            stacks: { allow: ["test-stack"], deny: [] },
            formFactors: { allow: ["SXM5"], deny: [] },
            safety: "ASIL-A",
            exportClass: "unrestricted",
            availableBy: "2026-01-01",
            chipPowerWatts: 800,
            allowEstimates: false,
          }),
        }),
      }),
    );
    expect(checks.map(({ id }) => id)).toEqual(CONSTRAINTS.map(({ id }) => id));
    expect(checks.filter(({ pass }) => !pass).map(({ id }) => id)).toEqual([
      "vendor",
      "safety",
      "export",
      "available-by",
      "chip-power",
    ]);
    for (const { message } of checks) expect(message).toMatch(/\.$/);
  });
});
