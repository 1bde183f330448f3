import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessed } from "../../src/decision/assessed.ts";
import { decide } from "../../src/decision/decide.ts";
import { NEAR_TIE } from "../../src/decision/rank.ts";
import type { Decision } from "../../src/decision/decision.ts";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import { assessed, plan, references, stack, taskPlan } from "./assessed-fixture.ts";
import { workload } from "./workload-fixture.ts";

interface Figures {
  id: string;
  usd?: number;
  kilowattHours?: number;
  headroom?: number;
  maturity?: number;
}

function candidate({
  id,
  usd = 100_000,
  kilowattHours = 100_000,
  headroom = 1.5,
  maturity = 0.8,
}: Figures): Assessed {
  return assessed(
    {
      stacks: [stack({ maturity })],
      plan: plan(
        {
          tasks: [taskPlan({ capacityPerSecond: 10 * headroom })],
          energyJoulesOverHorizon: kilowattHours * 3.6e6,
        },
        usd,
      ),
    },
    { id, name: id.toUpperCase() },
  );
}

function decideOn(candidates: readonly Assessed[], weights = DEFAULT_WEIGHTS): Decision {
  return decide({ workload: workload({ weights }), references: references(), candidates });
}

const scoresOf = (decision: Decision): Readonly<Record<string, number>> =>
  Object.fromEntries(decision.ranking.map(({ id, score }) => [id, score]));

const order = (decision: Decision) => decision.ranking.map(({ id }) => id);

describe("the decision", () => {
  // Cost 10 000–10 000 000 on a log scale: 100 000 is worth 2/3. Headroom 1.5 of 1–2: 1/2. Energy as cost: 2/3. Software .8.
  // Risk .05 for the export of 1e15 bf16 operations: .95. A bought server comes in 10 of 52 weeks. Latency, growth and the
  // models of the catalogue do not apply: weights over .73.
  it("scores by hand", () => {
    const { ranking } = decideOn([candidate({ id: "a" })]);
    const expected =
      (0.3 * (2 / 3) + 0.14 * 0.5 + 0.1 * (2 / 3) + 0.1 * 0.8 + 0.06 * 0.95 + 0.03 * (42 / 52)) /
      0.73;
    expect(ranking[0]?.score).toBeCloseTo(expected, 12);
    expect(ranking[0]?.rank).toBe(1);
  });

  it("hands the weight of what does not apply to the others, and says so", () => {
    const { criteria, ranking } = decideOn([candidate({ id: "a" })]);
    const latency = criteria.find(({ id }) => id === "latency");
    expect(latency?.weight).toBe(0);
    expect(latency?.notApplicable).toBe("No task sets a latency limit.");
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(ranking[0]?.criteria.find(({ id }) => id === "latency")).toMatchObject({
      value: null,
      contribution: 0,
      notes: ["No task sets a latency limit."],
    });
  });

  it("falls back to the usual weights when all the weight lies on what does not apply", () => {
    const { criteria } = decideOn([candidate({ id: "a" })], { latency: 1 });
    const usual = decideOn([candidate({ id: "a" })], DEFAULT_WEIGHTS).criteria;
    expect(criteria).toEqual(usual);
    expect(criteria.find(({ id }) => id === "latency")?.weight).toBe(0);
  });

  it("says nothing is best when there is nothing", () => {
    expect(decideOn([])).toMatchObject({ ranking: [], recommendation: null });
  });

  it("marks a clipped figure", () => {
    const { ranking } = decideOn([candidate({ id: "a", headroom: 5 })]);
    const cell = ranking[0]?.criteria.find(({ id }) => id === "performance");
    expect(cell).toMatchObject({ value: 5, normalised: 1, clipped: true });
  });

  it("breaks a tie of scores by cost, then by id", () => {
    const free = { software: 1 };
    expect(
      order(decideOn([candidate({ id: "b" }), candidate({ id: "a" })], DEFAULT_WEIGHTS)),
    ).toEqual(["a", "b"]);
    expect(
      order(decideOn([candidate({ id: "a" }), candidate({ id: "z", usd: 90_000 })], free)),
    ).toEqual(["z", "a"]);
  });

  it("names who dominates whom", () => {
    const { ranking } = decideOn([
      candidate({ id: "worse", usd: 200_000 }),
      candidate({ id: "better" }),
      candidate({ id: "other", usd: 300_000, maturity: 0.9 }),
    ]);
    const dominatedBy = Object.fromEntries(ranking.map((entry) => [entry.id, entry.dominatedBy]));
    expect(dominatedBy).toEqual({ better: null, worse: "better", other: null });
  });

  it("says on what one dominates, and whether on everything", () => {
    const of = (candidates: readonly Assessed[]) =>
      decideOn(candidates, { cost: 1, software: 1 }).ranking.find(({ id }) => id === "worse");
    const better = candidate({ id: "better" });
    expect(of([better, candidate({ id: "worse", usd: 200_000 })])?.dominance).toEqual({
      by: "better",
      better: ["cost"],
      kind: "weak",
    });
    const worse = candidate({ id: "worse", usd: 200_000, maturity: 0.5 });
    expect(of([better, worse])?.dominance).toMatchObject({
      better: ["cost", "software"],
      kind: "strict",
    });
    expect(decideOn([better]).ranking[0]?.dominance).toBeNull();
  });

  it("calls close scores a tie, but not the dominated ones", () => {
    const { ranking, recommendation } = decideOn([
      candidate({ id: "a" }),
      candidate({ id: "close", usd: 101_000, maturity: 0.801 }),
      candidate({ id: "dominated", usd: 101_000 }),
      candidate({ id: "far", usd: 900_000, maturity: 0.81 }),
    ]);
    expect(recommendation?.nearTies).toEqual(["close"]);
    expect(ranking.filter(({ nearTie }) => nearTie).map(({ id }) => id)).toEqual(["close"]);
    expect(recommendation?.margin).toBeLessThan(NEAR_TIE);
  });

  it("explains the lead over the second by criterion, the largest first", () => {
    const { recommendation } = decideOn([
      candidate({ id: "a", usd: 50_000, maturity: 0.7 }),
      candidate({ id: "b", usd: 200_000, maturity: 0.9 }),
    ]);
    expect(recommendation).toMatchObject({ id: "a", second: "b" });
    expect(recommendation?.lead.map(({ criterion }) => criterion)).toEqual(["cost", "software"]);
    const sum = recommendation?.lead.reduce((total, { difference }) => total + difference, 0);
    expect(sum).toBeCloseTo(recommendation?.margin ?? Number.NaN, 12);
  });
});

describe("flip points", () => {
  const contest = (usd: number, weights: Readonly<Record<string, number>>) =>
    decideOn(
      [candidate({ id: "cheap", usd, maturity: 0.5 }), candidate({ id: "mature", usd: 200_000 })],
      weights,
    );
  const weights = { cost: 0.6, software: 0.4 };

  // Values of cost: 50 000 and 200 000 on three decades from 10 000 lie log10(4)/3 = .2007 apart; of software .3 the
  // other way. With weight x on cost the lead is .2007 x − .3 (1 − x), which is 0 at x = .3/.5007 = .5992.
  it("name the weight at which the other wins", () => {
    const { recommendation } = contest(50_000, weights);
    const flip = recommendation?.flipPoints.find(({ path }) => path === "preferences.weights.cost");
    expect(flip).toMatchObject({
      input: "weight",
      from: 0.6,
      direction: "falls",
      newWinner: "mature",
      sentence: "MATURE wins when the weight of cost falls below 59.9 % (now 60 %).",
    });
    const to = 0.3 / (Math.log10(4) / 3 + 0.3);
    expect(flip?.to).toBeCloseTo(to, 9);
    expect(contest(50_000, { cost: to + 1e-6, software: 1 - to - 1e-6 }).recommendation?.id).toBe(
      "cheap",
    );
    expect(contest(50_000, { cost: to - 1e-6, software: 1 - to + 1e-6 }).recommendation?.id).toBe(
      "mature",
    );
  });

  it("do not exist for a candidate alone", () => {
    expect(decideOn([candidate({ id: "a" })]).recommendation).toMatchObject({
      second: null,
      margin: null,
      flipPoints: [],
    });
  });
});

describe("whatever the candidates", () => {
  const figures = fc.record({
    usd: fc.double({ min: 1_000, max: 1e8, noNaN: true }),
    kilowattHours: fc.double({ min: 1_000, max: 1e8, noNaN: true }),
    headroom: fc.double({ min: 1, max: 3, noNaN: true }),
    maturity: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const fields = fc
    .array(figures, { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map((row, index) => candidate({ id: `c${index}`, ...row })));
  const point = fc.integer({ min: 0, max: 100 });
  const weightings = fc.record({
    cost: point,
    performance: point,
    energy: point,
    latency: point,
    scalability: point,
    software: point,
    risk: point,
  });

  it("contributions add up to the score, which lies between 0 and 1", () => {
    fc.assert(
      fc.property(fields, weightings, (candidates, weights) => {
        for (const { score, criteria } of decideOn(candidates, weights).ranking) {
          const sum = criteria.reduce((total, { contribution }) => total + contribution, 0);
          expect(Math.abs(sum - score)).toBeLessThan(1e-9);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
          for (const cell of criteria)
            expect(cell.contribution).toBe(cell.weight * cell.normalised);
        }
      }),
    );
  });

  it("the order of the input never shows", () => {
    fc.assert(
      fc.property(fields, weightings, fc.infiniteStream(fc.nat()), (candidates, weights, keys) => {
        const shuffled = candidates
          .map((entry) => ({ entry, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(decideOn(shuffled, weights)).toEqual(decideOn(candidates, weights));
      }),
    );
  });

  it("weights in points or in shares rank the same", () => {
    fc.assert(
      fc.property(
        fields,
        weightings,
        fc.integer({ min: 2, max: 1000 }),
        (candidates, weights, by) => {
          const scaled = Object.fromEntries(
            Object.entries(weights).map(([id, weight]) => [id, weight * by]),
          );
          expect(order(decideOn(candidates, scaled))).toEqual(order(decideOn(candidates, weights)));
        },
      ),
    );
  });

  it("a dominated candidate is never recommended", () => {
    fc.assert(
      fc.property(fields, weightings, (candidates, weights) => {
        const { ranking, recommendation } = decideOn(candidates, weights);
        const best = ranking.find(({ id }) => id === recommendation?.id);
        expect(best?.dominatedBy).toBeNull();
      }),
    );
  });

  it("an option that is worse than the winner everywhere changes neither winner nor scores", () => {
    fc.assert(
      fc.property(fields, weightings, (candidates, weights) => {
        const before = decideOn(candidates, weights);
        const winner = candidates.find(({ chip }) => chip.id === before.recommendation?.id);
        const worse = candidate({
          id: "worse",
          usd: (winner?.plan.cost.totalUsd ?? 0) * 2,
          kilowattHours: ((winner?.plan.energyJoulesOverHorizon ?? 0) / 3.6e6) * 2,
          headroom: 1,
          maturity: 0,
        });
        const after = decideOn([...candidates, worse], weights);
        expect(after.recommendation?.id).toBe(before.recommendation?.id);
        expect(scoresOf(after)).toMatchObject(scoresOf(before));
      }),
    );
  });

  it("any dominated option changes neither winner nor the scores of others", () => {
    fc.assert(
      fc.property(fields, weightings, fc.nat(), (candidates, weights, pick) => {
        const before = decideOn(candidates, weights);
        const worse = candidates[pick % candidates.length];
        if (worse === undefined) return;
        const { plan: own } = worse;
        const dearer: Assessed = {
          ...worse,
          chip: { ...worse.chip, id: "dearer" },
          plan: { ...own, cost: { ...own.cost, totalUsd: own.cost.totalUsd * 1.5 } },
        };
        const after = decideOn([...candidates, dearer], weights);
        expect(after.recommendation?.id).toBe(before.recommendation?.id);
        expect(scoresOf(after)).toMatchObject(scoresOf(before));
      }),
    );
  });

  it("a copy of a candidate stands beside it and changes nothing for the others", () => {
    fc.assert(
      fc.property(fields, weightings, fc.nat(), (candidates, weights, pick) => {
        const original = candidates[pick % candidates.length];
        if (original === undefined) return;
        // Last in the order of ids, so that a tie with the original goes to the original.
        const copy: Assessed = { ...original, chip: { ...original.chip, id: "zz-copy" } };
        const before = decideOn(candidates, weights);
        const after = decideOn([...candidates, copy], weights);
        expect(after.recommendation?.id).toBe(before.recommendation?.id);
        expect(scoresOf(after)).toMatchObject(scoresOf(before));
        expect(scoresOf(after)["zz-copy"]).toBe(scoresOf(before)[original.chip.id]);
        expect(order(after).filter((id) => id !== "zz-copy")).toEqual(order(before));
        const dominators = (decision: Decision) =>
          Object.fromEntries(decision.ranking.map((entry) => [entry.id, entry.dominatedBy]));
        expect(dominators(after)).toMatchObject(dominators(before));
      }),
    );
  });

  it("a candidate that gets cheaper never falls", () => {
    fc.assert(
      fc.property(fields, fc.double({ min: 0.1, max: 0.99, noNaN: true }), (candidates, share) => {
        const [first, ...rest] = candidates;
        if (first === undefined) return;
        const { plan } = first;
        const cheaper: Assessed = {
          ...first,
          plan: { ...plan, cost: { ...plan.cost, totalUsd: plan.cost.totalUsd * share } },
        };
        const rankIn = (field: readonly Assessed[]) =>
          decideOn(field).ranking.find(({ id }) => id === first.chip.id)?.rank ?? Number.NaN;
        expect(rankIn([cheaper, ...rest])).toBeLessThanOrEqual(rankIn(candidates));
      }),
    );
  });
});
