import { describe, expect, it } from "vitest";
import { CRITERIA } from "../../../src/decision/criteria/all-criteria.ts";
import { cost } from "../../../src/decision/criteria/cost.ts";
import { energy } from "../../../src/decision/criteria/energy.ts";
import { latency } from "../../../src/decision/criteria/latency.ts";
import { performance } from "../../../src/decision/criteria/performance.ts";
import { scalability } from "../../../src/decision/criteria/scalability.ts";
import { software } from "../../../src/decision/criteria/software.ts";
import { DEFAULT_WEIGHTS } from "../../../src/input/default-weights.ts";
import { YEAR } from "../../economics/hardware-fixture.ts";
import { assessed, family, plan, references, stack, taskPlan } from "../assessed-fixture.ts";
import { budget, inferenceTask, workload } from "../workload-fixture.ts";

const context = { workload: workload(), references: references() };

describe("the criteria", () => {
  it("are those that have a default weight, and the defaults add up to 1", () => {
    expect(CRITERIA.map(({ id }) => id).sort()).toEqual(Object.keys(DEFAULT_WEIGHTS).sort());
    const total = Object.values(DEFAULT_WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    expect(total).toBeCloseTo(1, 12);
  });

  it("name both ends of their range in their description", () => {
    for (const { description } of CRITERIA) {
      expect(description).toMatch(/Best/);
      expect(description).toMatch(/Worst/);
    }
  });
});

describe("cost", () => {
  const range = (change: Parameters<typeof budget>[0], figures = {}) =>
    cost.range({
      workload: workload({ budget: budget(change) }),
      references: references(figures),
    });

  it("is best at the larger of the ideal cost and the cheapest units", () => {
    expect(range({}).best).toBe(10_000);
    expect(range({}, { cheapestUnitUsd: 25_000 }).best).toBe(25_000);
  });

  it("is worst at the budget, or at 1000 times the best", () => {
    expect(range({}).worst).toBe(10_000_000);
    // Nothing limits the running costs: as much again.
    expect(range({ capitalUsd: 400_000 }).worst).toBe(800_000);
    expect(range({ capitalUsd: 40_000, monthlyUsd: 10_000 }).worst).toBeCloseTo(400_000, 6);
  });

  it("takes a limit per unit for a budget when the units are counted", () => {
    const perUnit = { usd: 0.5, unit: "million-tokens" } as const;
    expect(range({ perUnit }, { unitsOfWork: 1e6 }).worst).toBe(500_000);
    expect(range({ perUnit }).worst).toBe(10_000_000);
  });

  it("never turns its range upside down, whatever the budget", () => {
    expect(range({ capitalUsd: 5 })).toEqual({ best: 10_000, worst: 10_000_000 });
  });

  it("keeps a range where no price is known at all", () => {
    const unpriced = { idealCostUsd: null, cheapestUnitUsd: null };
    expect(range({ capitalUsd: 5_000 }, unpriced)).toEqual({ best: 10, worst: 10_000 });
    expect(range({}, unpriced)).toEqual({ best: 1, worst: 1_000 });
  });

  it("is the plan's total", () => {
    expect(cost.measure(assessed({ plan: plan({}, 123) }), context).value).toBe(123);
  });
});

describe("performance headroom", () => {
  it("is the least capacity over demand", () => {
    const tasks = [
      taskPlan({ capacityPerSecond: 30 }),
      taskPlan({ capacityPerSecond: 12 }, { taskId: "speak" }),
    ];
    const measured = performance.measure(assessed({ plan: plan({ tasks }) }), context);
    expect(measured.value).toBe(1.2);
    expect(measured.notes).toEqual(["Task speak has the least headroom."]);
  });
});

describe("energy", () => {
  it("is measured in kWh against the catalogue's best, over three decades", () => {
    expect(energy.range(context)).toEqual({ best: 10_000, worst: 10_000_000 });
    const measured = energy.measure(
      assessed({ plan: plan({ energyJoulesOverHorizon: 3.6e9 }) }),
      context,
    );
    expect(measured.value).toBe(1_000);
  });

  it("does not apply without anything to measure against", () => {
    const bare = { ...context, references: references({ idealEnergyKilowattHours: null }) };
    expect(energy.notApplicable?.(bare)).toMatch(/nothing to measure against/);
    expect(energy.notApplicable?.(context)).toBeNull();
  });
});

describe("latency", () => {
  const limited = {
    ...context,
    workload: workload({
      tasks: [
        inferenceTask({
          latency: {
            timeToFirstToken: { limitSeconds: 1, percentile: 95 },
            timePerOutputToken: { limitSeconds: 0.05, percentile: null },
            endToEnd: null,
          },
        }),
      ],
    }),
  };
  const at = (first: number, each: number | null) =>
    latency.measure(
      assessed({
        plan: plan({
          tasks: [taskPlan({ timeToFirstTokenSeconds: first, timePerOutputTokenSeconds: each })],
        }),
      }),
      limited,
    );

  it("is the worst share of a limit", () => {
    expect(at(0.4, 0.03).value).toBeCloseTo(0.6, 12);
    expect(at(0.4, 0.03).notes).toEqual([
      "The time per output token of task chat is closest to its limit.",
    ]);
    expect(at(0.9, 0.03).value).toBeCloseTo(0.9, 12);
  });

  it("is not known when one of the limited times is not", () => {
    expect(at(0.4, null).value).toBeNull();
  });

  it("does not apply where nobody set a limit", () => {
    expect(latency.notApplicable?.(context)).toBe("No task sets a latency limit.");
    expect(latency.notApplicable?.(limited)).toBeNull();
  });
});

describe("scalability", () => {
  const growing = {
    ...context,
    workload: workload({
      scalability: { growthFactor: 4, growthSeconds: 2 * YEAR, maxChips: null },
    }),
  };

  it("compares the cost ratio with the growth factor", () => {
    const growth = { ok: true, plan: plan({ chips: 32 }, 300_000), limits: [] } as const;
    const measured = scalability.measure(assessed({ growth }), growing);
    expect(measured.value).toBeCloseTo(0.75, 12);
    expect(measured.notes).toEqual([
      "4 times the demand takes 32 chips instead of 8, 3 times the cost.",
    ]);
  });

  it("has no figure, and so no value, when no plan reaches the target, and says why", () => {
    const growth = {
      ok: false,
      plan: null,
      limits: [
        {
          id: "max-chips",
          title: "Chips",
          limit: 64,
          value: 100,
          unit: "chips",
          pass: false,
          shortfall: 36,
          message: "100 chips are needed, 64 can be housed.",
        },
      ],
      boundBy: "memory-bandwidth",
    } as const;
    const measured = scalability.measure(assessed({ growth }), growing);
    expect(measured.value).toBeNull();
    expect(measured.notes[0]).toContain("100 chips are needed, 64 can be housed.");
  });

  it("does not apply without growth", () => {
    expect(scalability.notApplicable?.(context)).toBe("The workload names no growth.");
    expect(scalability.notApplicable?.(growing)).toBeNull();
  });
});

describe("software maturity", () => {
  it("is that of the least mature stack in use", () => {
    const stacks = [
      stack({ maturity: 0.9 }),
      stack({ id: "young", name: "Young", maturity: 0.3, maturityReason: "one release." }),
      stack({ id: "unused", maturity: 0 }),
    ];
    const tasks = [taskPlan(), taskPlan({}, { taskId: "speak", stackId: "young" })];
    const measured = software.measure(assessed({ stacks, plan: plan({ tasks }) }), context);
    expect(measured).toEqual({ value: 0.3, notes: ["Young: one release."] });
  });

  it("is half where new releases of the software leave the chip out", () => {
    const supportEnd = { date: "2025-08", reason: "CUDA 13 leaves it out" };
    const stacks = [stack({ maturity: 0.9, name: "Mature", maturityReason: "ten years." })];
    const old = assessed({ stacks, family: family({ supportEnd }) });
    expect(software.measure(old, context)).toEqual({
      value: 0.45,
      notes: ["Mature: ten years.", "Halved, because since 2025-08 CUDA 13 leaves it out."],
    });
  });

  it("is unknown for a stack that is not in the catalogue", () => {
    expect(software.measure(assessed({ stacks: [] }), context).value).toBeNull();
  });
});
