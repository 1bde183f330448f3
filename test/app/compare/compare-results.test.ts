import { describe, expect, it } from "vitest";
import { compareResults } from "../../../src/app/compare/compare-results.ts";
import { differences } from "../../../src/app/compare/differences.ts";
import { changesTable } from "../../../src/report/compare/changes-table.ts";
import type { Candidate, EvaluationResult } from "../../../src/report/types.ts";
import { EVALUATION, NOTHING_FEASIBLE } from "../../report/fixtures/evaluation.ts";

const compare = (a: EvaluationResult, b: EvaluationResult) =>
  compareResults({ file: "a.json", result: a }, { file: "b.json", result: b }, "1");

/** The fixture with its first candidate changed. */
function withFirst(change: (candidate: Candidate) => Candidate): EvaluationResult {
  const [first, ...rest] = EVALUATION.candidates;
  if (!first) throw new Error("the fixture has no candidate");
  return { ...EVALUATION, candidates: [change(first), ...rest] };
}

describe("comparing results", () => {
  it("finds nothing in two that are the same", () => {
    expect(compare(EVALUATION, structuredClone(EVALUATION))).toMatchObject({
      winner: { a: "h200-sxm", b: "h200-sxm", changed: false },
      workload: [],
      criteria: [],
      candidates: [],
      unchanged: EVALUATION.candidates.length,
    });
  });

  it("gives differences as b − a, relative ones over a", () => {
    const changed = withFirst((candidate) => ({
      ...candidate,
      score: (candidate.score ?? 0) - 0.25,
      metrics: candidate.metrics && {
        ...candidate.metrics,
        totalCostUsd: candidate.metrics.totalCostUsd * 1.5,
      },
    }));
    const [change, ...rest] = compare(EVALUATION, changed).candidates;
    const before = EVALUATION.candidates[0];
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ id: "h200-sxm", presence: "both", plan: [], limits: [] });
    expect(change?.score.absolute).toBeCloseTo(-0.25, 12);
    expect(change?.score.relative).toBeCloseTo(-0.25 / (before?.score ?? 0), 12);
    expect(change?.metrics).toEqual([
      {
        id: "totalCostUsd",
        a: before?.metrics?.totalCostUsd,
        b: (before?.metrics?.totalCostUsd ?? 0) * 1.5,
        absolute: (before?.metrics?.totalCostUsd ?? 0) / 2,
        relative: 0.5,
      },
    ]);
  });

  it("takes figures that differ by rounding for the same", () => {
    const changed = withFirst((candidate) => ({
      ...candidate,
      metrics: candidate.metrics && {
        ...candidate.metrics,
        powerWatts: candidate.metrics.powerWatts * (1 + 2e-16),
      },
    }));
    expect(compare(EVALUATION, changed).candidates).toEqual([]);
  });

  it("tells what a plan decides differently, and which limits turned", () => {
    const limit = {
      id: "power",
      title: "Power",
      limit: 10,
      unit: "W",
      shortfall: null,
      message: "",
    };
    const before = withFirst((candidate) => ({
      ...candidate,
      limits: [{ ...limit, value: 8, pass: true }],
    }));
    const after = withFirst((candidate) => ({
      ...candidate,
      plan: candidate.plan && { ...candidate.plan, chips: 12, batch: 96 },
      limits: [{ ...limit, value: 12, pass: false }],
    }));
    const [change] = compare(before, after).candidates;
    expect(change?.plan).toEqual([
      { path: "chips", a: EVALUATION.candidates[0]?.plan?.chips, b: 12 },
      { path: "batch", a: 64, b: 96 },
    ]);
    expect(change?.limits).toEqual([
      {
        id: "power",
        title: "Power",
        unit: "W",
        pass: { a: true, b: false },
        value: { a: 8, b: 12 },
        limit: { a: 10, b: 10 },
        absolute: 4,
        relative: 0.5,
      },
    ]);
  });

  it("tells candidates that only one side considered", () => {
    const fewer = { ...EVALUATION, candidates: EVALUATION.candidates.slice(1) };
    expect(compare(EVALUATION, fewer).candidates).toMatchObject([
      { presence: "a", rank: { b: null } },
    ]);
    expect(compare(fewer, EVALUATION).candidates).toMatchObject([
      { presence: "b", rank: { a: null } },
    ]);
  });

  it("tells a lost winner", () => {
    expect(compare(EVALUATION, NOTHING_FEASIBLE).winner).toEqual({
      a: "h200-sxm",
      b: null,
      changed: true,
    });
  });

  it("lists everything in the flat table, one row each", () => {
    const changed = withFirst((candidate) => ({ ...candidate, rank: 4, boundBy: "network" }));
    const { rows } = changesTable(compare(EVALUATION, changed));
    expect(rows.map((row) => row.map(({ value }) => value))).toEqual([
      ["candidate", "h200-sxm", "rank", 1, 4, 3, 3],
      ["candidate", "h200-sxm", "boundBy", "memory-bandwidth", "network", null, null],
    ]);
  });
});

describe("places that differ", () => {
  it("matches entries of lists by their id, whatever their order", () => {
    const a = {
      tasks: [
        { id: "x", rate: 1 },
        { id: "y", rate: 2 },
      ],
      list: [1, 2],
    };
    const b = {
      tasks: [
        { id: "y", rate: 3 },
        { id: "x", rate: 1 },
      ],
      list: [1, 3],
    };
    expect(differences(a, b)).toEqual([
      { path: "tasks.y.rate", a: 2, b: 3 },
      { path: "list", a: [1, 2], b: [1, 3] },
    ]);
  });

  it("shows what a side lacks as null", () => {
    expect(differences({ a: 1 }, { b: { c: 2 } })).toEqual([
      { path: "b", a: null, b: { c: 2 } },
      { path: "a", a: 1, b: null },
    ]);
  });
});
