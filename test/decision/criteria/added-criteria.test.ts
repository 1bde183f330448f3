import { describe, expect, it } from "vitest";
import { accuracy } from "../../../src/decision/criteria/accuracy.ts";
import { capital } from "../../../src/decision/criteria/capital.ts";
import { carbon } from "../../../src/decision/criteria/carbon.ts";
import { flexibility } from "../../../src/decision/criteria/flexibility.ts";
import { supply } from "../../../src/decision/criteria/supply.ts";
import { timeToDeploy } from "../../../src/decision/criteria/time-to-deploy.ts";
import { unitCost } from "../../../src/decision/criteria/unit-cost.ts";
import { system } from "../../economics/hardware-fixture.ts";
import { assessed, plan, references, taskPlan } from "../assessed-fixture.ts";
import { budget, inferenceTask, workload } from "../workload-fixture.ts";

/** An unrestricted chip that is on sale. */
const free = { peakOpsPerSecond: { bf16: 1e13 }, year: 2024 };
const context = { workload: workload(), references: references() };

describe("cost per unit of work", () => {
  const counted = { ...context, references: references({ workUnits: 1e6 }) };

  it("lives on the range of the cost, divided by the units", () => {
    // The cost goes from 10 000 to 10 000 000 USD.
    expect(unitCost.range(counted)).toEqual({ best: 0.01, worst: 10 });
  });

  it("is the plan's own figure", () => {
    const priced = plan();
    const perUnit = { usd: 0.1, unit: "million-tokens" } as const;
    const candidate = assessed({ plan: { ...priced, cost: { ...priced.cost, perUnit } } });
    expect(unitCost.measure(candidate, counted)).toEqual({
      value: 0.1,
      notes: ["The unit is one million tokens."],
    });
    expect(unitCost.measure(assessed(), counted).value).toBeNull();
  });

  it("does not apply to work that nobody counts", () => {
    expect(unitCost.notApplicable?.(context)).toMatch(/no unit of work in common/u);
    expect(unitCost.notApplicable?.(counted)).toBeNull();
  });
});

describe("capital", () => {
  it("goes from nothing to the budget, or to the worst cost", () => {
    expect(capital.range(context)).toEqual({ best: 0, worst: 10_000_000 });
    const limited = { ...context, workload: workload({ budget: budget({ capitalUsd: 4e5 }) }) };
    expect(capital.range(limited)).toEqual({ best: 0, worst: 4e5 });
  });

  it("is what is paid at the start", () => {
    expect(capital.measure(assessed({ plan: plan({}, 100_000) }), context).value).toBe(50_000);
  });

  it("does not apply where everything is rented", () => {
    expect(capital.notApplicable?.({ ...context, workload: workload({ place: "cloud" }) })).toMatch(
      /rented/u,
    );
    expect(capital.notApplicable?.(context)).toBeNull();
  });
});

describe("carbon", () => {
  const electric = {
    ...context,
    workload: workload({
      budget: budget({ carbonGramsPerKilowattHour: 400, carbonSource: "a table" }),
    }),
  };

  it("is energy times the grid's figure, on the energy's range", () => {
    // 100 000 kWh at 0.4 kg; the best chip needs 10 000 kWh.
    expect(carbon.measure(assessed(), electric)).toEqual({
      value: 40_000,
      notes: ["At 400 g/kWh."],
    });
    expect(carbon.range(electric)).toEqual({ best: 4_000, worst: 4_000_000 });
  });

  it("does not apply where nobody says what the electricity emits", () => {
    expect(carbon.notApplicable?.(context)).toMatch(/No emissions/u);
    expect(carbon.notApplicable?.(electric)).toBeNull();
  });
});

describe("supply and vendor risk", () => {
  it("is nothing for hardware that is bought, on sale and free to export", () => {
    expect(supply.measure(assessed({}, free), context)).toEqual({ value: 0, notes: [] });
  });

  it("is the supply parts of the risk over their worst", () => {
    // Announced: 0.2 of 0.35 that availability, a single cloud and export make together.
    const announced = supply.measure(assessed({}, { ...free, year: 2028 }), context);
    expect(announced.value).toBeCloseTo(0.2 / 0.35, 12);
    expect(announced.notes).toEqual(["It is announced for 2028."]);
  });
});

describe("accuracy risk of compression", () => {
  it.each([
    ["none", 0],
    ["low", 0.04 / 0.15],
    ["high", 1],
  ] as const)("of %s is %f", (accuracyRisk, value) => {
    const tasks = [taskPlan({}, { accuracyRisk })];
    const measured = accuracy.measure(assessed({ plan: plan({ tasks }) }, free), context);
    expect(measured.value).toBeCloseTo(value, 12);
  });

  it("does not apply where no compression is allowed", () => {
    expect(accuracy.notApplicable?.(context)).toBe("The workload allows no compression.");
    const compression = [
      { kind: "pruning", pattern: "2:4", share: 0.5, accuracyRisk: "low" },
    ] as const;
    const pruned = { ...context, workload: workload({ tasks: [inferenceTask({ compression })] }) };
    expect(accuracy.notApplicable?.(pruned)).toBeNull();
  });
});

describe("time to deploy", () => {
  const weeks = (candidate: ReturnType<typeof assessed>) =>
    timeToDeploy.measure(candidate, context).value;

  it("is nothing for what is rented", () => {
    expect(weeks(assessed({ plan: plan({ ownership: "rent" }) }, free))).toBe(0);
  });

  it("is the delivery of what is bought, and the years until it is on sale", () => {
    expect(weeks(assessed({ system: system({ kind: "server" }) }, free))).toBe(10);
    expect(weeks(assessed({ system: system({ kind: "board" }) }, free))).toBe(12);
    expect(weeks(assessed({}, { ...free, year: 2027 }))).toBe(52 + 10);
  });
});

describe("flexibility", () => {
  it("asks the catalogue, and does not apply without one", () => {
    const known = { ...context, references: references({ runnableShare: () => 0.75 }) };
    expect(flexibility.measure(assessed(), known).value).toBe(0.75);
    expect(flexibility.notApplicable?.(known)).toBeNull();
    expect(flexibility.notApplicable?.(context)).toMatch(/No models/u);
  });
});
