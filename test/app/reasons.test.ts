import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { isEstimated } from "../../src/report/evaluation/evidence.ts";
import type { Candidate } from "../../src/report/types.ts";
import { evaluateExample } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();

function ranked(name: string): readonly Candidate[] {
  return evaluateExample(name, catalog).candidates.filter(({ rank }) => rank !== null);
}

function isOfBuying(field: string): boolean {
  return ["priceUsd", "idleWatts"].includes(field);
}

describe("the reasons of a candidate", () => {
  it("tell of chips that come with a system and have nothing to do", () => {
    const all = ["natural-language-services", "voice-assistant"].flatMap(ranked);
    for (const { plan, reasons } of all) {
      const needed = (plan?.tasks ?? []).reduce(
        (sum, { replicas, chipsPerReplica }) => sum + replicas * chipsPerReplica,
        0,
      );
      const told = reasons.filter((reason) => reason.startsWith("Comes in whole systems"));
      const idle = needed < (plan?.chips ?? 0);
      expect(told).toEqual(
        idle
          ? [`Comes in whole systems: ${plan?.chips} chips are paid for, ${needed} would do.`]
          : [],
      );
    }
    expect(all.some(({ reasons }) => reasons.some((each) => each.startsWith("Comes in")))).toBe(
      true,
    );
  });

  it("call chips and criteria by their names", () => {
    const candidates = ranked("autonomous-driving");
    const dominated = candidates.find(({ dominance }) => dominance?.better.includes("software"));
    const by = candidates.find(({ id }) => id === dominated?.dominance?.by);
    const sentence = dominated?.reasons.find((reason) => reason.startsWith("Dominated by"));
    expect(sentence).toMatch(/, and worse on .*software maturity/u);
    expect(sentence).toContain(`Dominated by ${by?.name}:`);
  });

  it("do not call it tight that a site has the one chip that is the least", () => {
    const [winner] = ranked("keyword-spotting");
    expect(winner?.limits.find(({ id }) => id === "max-chips")).toMatchObject({
      limit: 1,
      value: 1,
    });
    expect(winner?.reasons.join(" ")).not.toContain("Chips of a site");
  });
});

describe("the recommendation in one sentence", () => {
  it("says that what is rented for a job is paid while it lasts, not over the horizon", () => {
    const { recommendation } = evaluateExample("fine-tuning", catalog);
    expect(recommendation?.sentence).toMatch(/ for ~?\$\d+, paid while the work lasts; /u);
  });

  it("marks a cost that rests on an estimate, as the table does", () => {
    const bought = evaluateExample("autonomous-driving", catalog);
    expect(bought.candidates[0]?.evidence.estimated).toContain("priceUsd");
    expect(bought.recommendation?.sentence).toContain(" for ~$");
  });

  it("does not mark a rent for a price or a power that nobody publishes: it holds the chip and its energy", () => {
    const rented = ranked("natural-language-services").filter(
      ({ evidence: { estimated } }) => estimated.length > 0 && estimated.every(isOfBuying),
    );
    expect(rented.length).toBeGreaterThan(0);
    expect(rented.map((candidate) => isEstimated(candidate, "money"))).not.toContain(true);
    expect(rented.some((candidate) => isEstimated(candidate, "power"))).toBe(true);
  });

  it("names a service's horizon and the criterion as people call it", () => {
    const { recommendation } = evaluateExample("autonomous-driving", catalog);
    expect(recommendation?.sentence).toMatch(
      / over 5 years; ahead of .* mainly by (?!software,|performance,)/u,
    );
  });
});

describe("growth", () => {
  it("is told to count in scalability alone", () => {
    const { notModelled } = evaluateExample("natural-language-services", catalog);
    expect(notModelled).toContain(
      "Costs are those of today's demand: growth to 4 times counts in the criterion scalability alone.",
    );
  });
});

describe("what the recommendation lacks", () => {
  it("says why a criterion counts as the worst", () => {
    const { recommendation } = evaluateExample("pre-training", catalog);
    expect(recommendation?.missing?.join("\n")).toMatch(
      /counts as the worst on scalability\. No plan reaches 4 times the demand: .* misses the limit/u,
    );
  });
});
