import { describe, expect, it } from "vitest";
import type { Chip } from "../../../src/catalog/types.ts";
import { place } from "../../../src/decision/constraints/place.ts";
import type { Workload } from "../../../src/input/workload-types.ts";
import { chip } from "../../economics/hardware-fixture.ts";
import { budget, workload } from "../workload-fixture.ts";
import { context } from "./constraint-fixture.ts";

function at(
  where: Workload["place"],
  figures: Partial<Chip>,
  rentUsdPerChipHour: number | null = null,
) {
  return place.check(
    context({ chip: chip(figures), workload: workload({ place: where }), rentUsdPerChipHour }),
  );
}

describe("the place", () => {
  it.each([
    ["datacenter", { deployment: "datacenter" }, true],
    ["datacenter", { deployment: "mcu" }, false],
    ["on-premises", { deployment: "workstation" }, true],
    ["pc", { deployment: "workstation" }, true],
    ["pc", { deployment: "mobile" }, true],
    ["pc", { deployment: "datacenter" }, false],
    ["pc", { deployment: "embedded" }, false],
    ["edge", { deployment: "embedded" }, true],
    ["edge", { deployment: "datacenter", tdpWatts: 72 }, true],
    ["edge", { deployment: "datacenter", tdpWatts: 700 }, false],
    ["edge", { deployment: "datacenter", tdpWatts: null }, false],
    ["vehicle", { deployment: "automotive" }, true],
    ["vehicle", { deployment: "workstation" }, false],
    ["device", { deployment: "mobile" }, true],
    ["device", { deployment: "automotive" }, false],
  ] as const)("%s and a chip with %j: %s", (where, figures, pass) => {
    expect(at(where, figures)?.pass).toBe(pass);
  });

  it("keeps personal computers out of a data centre, not out of a company's rooms", () => {
    for (const formFactor of ["Mac", "mini PC", "laptop", "SoC (laptop/mini PC)"]) {
      const computer = { deployment: "workstation", formFactor } as const;
      expect(at("datacenter", computer)?.pass).toBe(false);
      expect(at("on-premises", computer)?.pass).toBe(true);
    }
  });

  it("keeps an owner from running a driver where its licence forbids that, not a tenant", () => {
    const card = { deployment: "workstation", licenceForbids: "datacenter" } as const;
    expect(at("datacenter", card)?.message).toMatch(/driver whose licence forbids/);
    expect(at("datacenter", card, 0.5)?.pass).toBe(true);
    expect(at("on-premises", card)?.pass).toBe(true);
  });

  it("asks for a rent in the cloud, whatever the purchase price", () => {
    expect(at("cloud", {}, 3)?.pass).toBe(true);
    const missed = at("cloud", {});
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe(
      "Test GPU has no known rent, so it cannot be planned in a public cloud.",
    );
  });

  it("asks for a purchase price where hardware is bought, and for either in a data centre", () => {
    expect(at("on-premises", { priceUsd: null }, 3)?.pass).toBe(false);
    expect(at("datacenter", { priceUsd: null }, 3)?.pass).toBe(true);
    expect(at("datacenter", { priceUsd: null })?.message).toBe(
      "Test GPU has no known purchase price or rent, so it cannot be planned in a data centre.",
    );
  });

  it("tells who cannot have the chip", () => {
    expect(at("datacenter", { availability: "internal" })?.message).toBe(
      "Test GPU is kept by its maker for its own sites.",
    );
    expect(at("on-premises", { availability: "cloud" })?.message).toBe(
      "Test GPU can only be rented from a cloud, not bought to stand on the premises.",
    );
  });

  it("tells when budget and place contradict each other", () => {
    const check = place.check(
      context({
        workload: workload({ place: "edge", budget: budget({ ownership: "rent" }) }),
        chip: chip({ deployment: "embedded" }),
      }),
    );
    expect(check?.message).toBe("Hardware at the edge is bought, but the budget says rent.");
  });

  it("names the power that keeps a server chip from the edge", () => {
    expect(at("edge", {})?.message).toBe(
      "Test GPU, a chip for datacenter of 700 W, is not built to stand at the edge.",
    );
  });
});
