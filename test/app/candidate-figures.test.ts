import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluateExample } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();
const JOULES_PER_KILOWATT_HOUR = 3.6e6;

describe("figures of one unit of work", () => {
  it.each(["natural-language-services", "pre-training", "keyword-spotting"])(
    "count money and energy of %s in the same unit",
    (name) => {
      const { candidates } = evaluateExample(name, catalog);
      const [winner] = candidates;
      const { totalCostUsd, costPerWorkUnitUsd, energyPerWorkUnitJoules } = winner?.metrics ?? {};
      const kilowattHours = winner?.criteria.find(({ id }) => id === "energy")?.value ?? NaN;
      const units = (totalCostUsd ?? NaN) / (costPerWorkUnitUsd ?? NaN);
      const joules = (energyPerWorkUnitJoules ?? NaN) * units;
      expect(joules / JOULES_PER_KILOWATT_HOUR / kilowattHours).toBeCloseTo(1, 9);
    },
  );

  it("count a training run as one unit", () => {
    const [winner] = evaluateExample("pre-training", catalog).candidates;
    expect(winner?.metrics?.workUnit).toBe("run");
    expect(winner?.metrics?.costPerWorkUnitUsd).toBeCloseTo(winner?.metrics?.totalCostUsd ?? 0, 6);
  });
});
