import { describe, expect, it } from "vitest";
import { ownershipOptions } from "../../src/economics/ownership.ts";

describe("ways to come by the hardware", () => {
  it("rents in the cloud, buys in the field, and allows both in a data centre", () => {
    expect(ownershipOptions("sale", "cloud", "either")).toEqual(["rent"]);
    expect(ownershipOptions("sale", "vehicle", "either")).toEqual(["own"]);
    expect(ownershipOptions("sale", "datacenter", "either")).toEqual(["own", "rent"]);
  });

  it("narrows to what the budget wants, and to nothing where they contradict", () => {
    expect(ownershipOptions("sale", "datacenter", "rent")).toEqual(["rent"]);
    expect(ownershipOptions("sale", "edge", "rent")).toEqual([]);
  });

  it("never buys what is only rented, nor gets what its maker keeps or only licenses", () => {
    expect(ownershipOptions("cloud", "datacenter", "either")).toEqual(["rent"]);
    expect(ownershipOptions("cloud", "on-premises", "either")).toEqual([]);
    expect(ownershipOptions("internal", "datacenter", "either")).toEqual([]);
    expect(ownershipOptions("licence", "device", "either")).toEqual([]);
  });

  it("gets a phone's chip in devices and vehicles only", () => {
    expect(ownershipOptions("device", "device", "either")).toEqual(["own"]);
    expect(ownershipOptions("device", "edge", "either")).toEqual([]);
  });
});
