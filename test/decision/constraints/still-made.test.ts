import { describe, expect, it } from "vitest";
import { stillMade } from "../../../src/decision/constraints/still-made.ts";
import type { Constraints, Workload } from "../../../src/input/workload-types.ts";
import { chip } from "../../economics/hardware-fixture.ts";
import { constraints, workload } from "../workload-fixture.ts";
import { context } from "./constraint-fixture.ts";

function check(
  place: Workload["place"],
  endOfSale: string | undefined,
  { rent = null, ...limits }: Partial<Constraints> & { rent?: number | null } = {},
) {
  return stillMade.check(
    context({
      chip: chip(endOfSale === undefined ? {} : { name: "Old One", endOfSale }),
      workload: workload({ place, constraints: constraints(limits) }),
      rentUsdPerChipHour: rent,
    }),
  );
}

describe("a chip that nobody makes any more", () => {
  it("is not bought", () => {
    expect(check("on-premises", "2020-07")).toMatchObject({
      id: "still-made",
      pass: false,
      message: "Old One is no longer made, so it can only be bought used or from old stock.",
    });
  });

  it("is bought where the workload admits used hardware", () => {
    expect(check("on-premises", "2020-07", { usedHardware: true })).toBeNull();
  });

  it("is rented where somebody rents it out", () => {
    expect(check("datacenter", "2020-07", { rent: 1 })?.pass).toBe(true);
    expect(check("datacenter", "2020-07")?.pass).toBe(false);
    expect(check("on-premises", "2020-07", { rent: 1 })?.pass).toBe(false);
  });

  it("was still made for a need before its end", () => {
    expect(check("on-premises", "2020-07", { availableBy: "2020-01-01" })).toBeNull();
    expect(check("on-premises", "2020-07", { availableBy: "2027-01-01" })?.pass).toBe(false);
  });

  it("is no question in a public cloud, where nothing is bought", () => {
    expect(check("cloud", "2020-07")).toBeNull();
  });

  it("says nothing of chips that are made", () => {
    expect(check("on-premises", undefined)).toBeNull();
  });
});
