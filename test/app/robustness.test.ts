import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluate } from "../../src/app/evaluate.ts";
import { witnessesOfResult } from "../../src/app/witnesses.ts";
import type { EvaluationResult } from "../../src/report/types.ts";
import { exampleWorkload } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();
const workload = exampleWorkload("natural-language-services", catalog);
const run = (draws: number, seed = 1): EvaluationResult =>
  evaluate(workload, catalog, { version: "test", draws, seed });

const acceptabilities = ({ candidates }: EvaluationResult): (readonly number[])[] =>
  candidates.flatMap(({ robustness }) => (robustness ? [robustness.rankAcceptability] : []));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("acceptability of the best candidates", () => {
  const result = run(500);
  const table = acceptabilities(result);

  it("adds up to one by candidate and by rank", () => {
    expect(table.length).toBeGreaterThan(2);
    for (const row of table) expect(sum(row)).toBeCloseTo(1, 9);
    for (const rank of table.keys()) {
      expect(sum(table.map((row) => row[rank] ?? 0))).toBeCloseTo(1, 9);
    }
  });

  it("gives the confidence: how often the recommended one is first, with the draws that it rests on", () => {
    const { recommendation, candidates } = result;
    const [first] = candidates[0]?.robustness?.rankAcceptability ?? [];
    expect(recommendation).toMatchObject({
      id: candidates[0]?.id,
      confidence: first,
      draws: { draws: 500, seed: 1 },
    });
  });

  it("is the same for the same seed, and close for another one: within four standard errors of two runs", () => {
    expect(acceptabilities(run(500))).toEqual(table);
    const other = acceptabilities(run(500, 2));
    const apart = table.map((row, i) => Math.abs((row[0] ?? 0) - (other[i]?.[0] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan((4 * Math.SQRT2 * 0.5) / Math.sqrt(500));
  });

  it("does not change scores or ranks, and is left out where nobody asks what if", () => {
    const bare = evaluate(workload, catalog, { version: "test", whatIf: false });
    expect(acceptabilities(bare)).toEqual([]);
    const ranks = ({ candidates }: EvaluationResult) =>
      candidates.map(({ id, rank, score }) => ({ id, rank, score }));
    expect(ranks(bare)).toEqual(ranks(result));
  });
});

describe("other methods on the same candidates", () => {
  const result = run(50);
  const witnesses = witnessesOfResult(result);

  it("are judged against the score: each names a winner among the best and how far it agrees", () => {
    const ids = result.candidates.map(({ id }) => id);
    expect(witnesses.map(({ method }) => method)).toEqual([
      "weighted-product",
      "topsis",
      "vikor",
      "promethee",
    ]);
    for (const { winners, agreement } of witnesses) {
      expect(ids.slice(0, 10)).toEqual(expect.arrayContaining([...winners]));
      expect(Math.abs(agreement?.kendall ?? Number.NaN)).toBeLessThanOrEqual(1);
    }
  });

  it("say what makes the difference where another one wins", () => {
    // Datacentre chips against cards at a tenth of the price: averages and compromises part company here.
    const apart = exampleWorkload("scientific-computing", catalog);
    const divided = evaluate(apart, catalog, { version: "test", draws: 50, seed: 1 });
    const [best] = divided.candidates;
    const others = witnessesOfResult(divided).filter(
      ({ winners }) => !winners.includes(best?.id ?? ""),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { disagreement } of others) expect(disagreement?.message).toMatch(/difference/u);
  });

  it("need two candidates and two criteria", () => {
    expect(witnessesOfResult({ ...result, candidates: result.candidates.slice(0, 1) })).toEqual([]);
    expect(witnessesOfResult({ ...result, criteria: result.criteria.slice(0, 1) })).toEqual([]);
  });
});
