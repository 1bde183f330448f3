import { describe, expect, it } from "vitest";
import { risk } from "../../../src/decision/criteria/risk.ts";
import { riskParts } from "../../../src/decision/criteria/risk-parts.ts";
import { assessed, family, plan, references, taskPlan } from "../assessed-fixture.ts";
import { workload } from "../workload-fixture.ts";

/** An unrestricted chip of which everything is known and measured. */
const safe = { peakOpsPerSecond: { bf16: 1e13 } };
const context = { workload: workload(), references: references() };

describe("risk", () => {
  it("is nothing for a chip that is known, measured, on sale and free to export", () => {
    expect(risk.measure(assessed({}, safe), context)).toEqual({ value: 0, notes: [] });
  });

  it.each([
    ["data", assessed({}, { ...safe, confidence: "low" })],
    ["unverified", assessed({}, { ...safe, verified: false })],
    ["estimates", assessed({}, { ...safe, estimated: ["tdpWatts"] })],
    ["parameters", assessed({ family: family({ basis: "inherited" }) }, safe)],
    ["parameters", assessed({ family: null }, safe)],
    ["availability", assessed({}, { ...safe, year: 2027 })],
    ["availability", assessed({}, { ...safe, year: 2026 })],
    ["supply", assessed({ plan: plan({ ownership: "rent" }), clouds: ["nimbus"] }, safe)],
    [
      "accuracy",
      assessed({ plan: plan({ tasks: [taskPlan({}, { accuracyRisk: "high" })] }) }, safe),
    ],
    ["export", assessed({}, { peakOpsPerSecond: { bf16: 1e15 } })],
  ])("rises by %s alone when that alone is doubtful", (id, candidate) => {
    expect(riskParts(candidate, 2026).map((part) => part.id)).toEqual([id]);
  });

  it("weighs an announced chip more than a new one, and process estimates not at all", () => {
    const share = (year: number) =>
      riskParts(assessed({}, { ...safe, year }), 2026).reduce((sum, part) => sum + part.share, 0);
    expect(share(2027)).toBeGreaterThan(share(2026));
    expect(riskParts(assessed({}, { ...safe, estimated: ["process.name"] }), 2026)).toEqual([]);
  });

  it("minds buying what nobody makes any more, not renting it from two clouds", () => {
    const old = { ...safe, endOfSale: "2020" };
    expect(riskParts(assessed({}, old), 2026).map(({ id }) => id)).toEqual(["supply"]);
    const rented = assessed({ plan: plan({ ownership: "rent" }), clouds: ["a", "b"] }, old);
    expect(riskParts(rented, 2026)).toEqual([]);
  });

  it("does not mind a single cloud when the hardware is bought", () => {
    expect(riskParts(assessed({ clouds: [] }, safe), 2026)).toEqual([]);
  });

  it("is 1 when everything is at its worst, and each part is named", () => {
    const worst = assessed(
      {
        family: null,
        clouds: ["nimbus"],
        plan: plan({ ownership: "rent", tasks: [taskPlan({}, { accuracyRisk: "high" })] }),
      },
      {
        confidence: "low",
        verified: false,
        year: 2030,
        estimated: ["tdpWatts", "priceUsd", "cores", "memory.capacityBytes"],
      },
    );
    const measured = risk.measure(worst, context);
    expect(measured.value).toBeCloseTo(1, 12);
    expect(measured.notes).toHaveLength(8);
    expect(measured.notes).toContain("+0.1 only nimbus rents it");
  });
});
