import { describe, expect, it } from "vitest";
import { figureIntervals } from "../../src/app/figure-intervals.ts";
import { parameterBasis } from "../../src/app/parameter-basis.ts";
import type { Evidence } from "../../src/catalog/calibration.ts";
import { taskPlan } from "../decision/assessed-fixture.ts";
import { a100, family, h100 } from "../support/chips.ts";

const ANYTHING = { figure: "any", class: "any", stackKnown: true, rows: 50 } as const;

const EVIDENCE: Evidence = {
  rows: { chips: { h100: 1 }, families: { "test-family": 30 }, stacks: { "test-stack": 30 } },
  intervals: [
    { ...ANYTHING, chip: "chip", low: 0.8, high: 1.25 },
    { ...ANYTHING, chip: "family", low: 0.5, high: 2 },
  ],
};

describe("intervals of a plan's figures", () => {
  const plan = {
    tasks: [taskPlan({ timePerOutputTokenSeconds: 0.04, capacityPerSecond: 15 })],
  };

  it("are those of the figures that the task has, for all sites", () => {
    const found = figureIntervals(plan, { sites: 2 }, h100(), EVIDENCE);
    expect(Object.keys(found).toSorted()).toEqual([
      "throughputPerSecond",
      "timePerOutputTokenSeconds",
    ]);
    expect(found.throughputPerSecond).toMatchObject({ low: 24, high: 37.5 });
    expect(found.timePerOutputTokenSeconds?.low).toBeCloseTo(0.032, 9);
    expect(found.timePerOutputTokenSeconds?.high).toBeCloseTo(0.05, 9);
  });

  it("are wider for a chip that was never measured, and say why", () => {
    const found = figureIntervals(plan, { sites: 1 }, a100(), EVIDENCE);
    expect(found.throughputPerSecond).toEqual({
      low: 7.5,
      high: 30,
      basis: { chip: "family", stackKnown: true, rows: 50 },
    });
  });
});

describe("what the parameters of a chip rest on", () => {
  const words = (chip = h100(), evidence: Evidence | null = EVIDENCE): string =>
    parameterBasis(chip, family(), evidence);

  it("is told apart in words", () => {
    const { name, basis } = family();
    expect(words()).toBe(`${name} (fitted, 1 measurement of this chip)`);
    expect(words(a100())).toBe(`${name} (fitted on other chips of the family, 30 measurements)`);
    expect(words({ ...a100(), family: "new" })).toMatch(/never measured.*from its class/u);
    expect(words(h100(), null)).toBe(`${name} (${basis})`);
  });
});
