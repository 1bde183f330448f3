import { describe, expect, it } from "vitest";
import type { JudgeContext } from "../../src/check/judge/verdict.ts";
import type { NamedWorkload } from "../../src/check/judge/laboratory.ts";
import type { Outcome } from "../../src/check/metrics/metric.ts";
import { readPolicy } from "../../src/check/policy/read-policy.ts";
import type { Assertion } from "../../src/check/policy/types.ts";
import { runAssertions } from "../../src/check/run-assertions.ts";
import type { CheckEntry } from "../../src/check/types.ts";
import type { LimitCheck } from "../../src/planner/types.ts";
import { workload } from "../decision/workload-fixture.ts";
import { catalog, EXAMPLE, edited, specOf } from "./example.ts";

const CHAT: NamedWorkload = { id: "chat", file: "chat.yaml", workload: workload() };

const MISSED: LimitCheck = {
  id: "chat.time-per-output-token",
  title: "chat: time per output token",
  rule: "at-most",
  limit: 0.05,
  value: 0.06,
  unit: "s",
  pass: false,
  shortfall: 0.01,
  message: "chat: time per output token 60 ms misses the limit of 50 ms by 20 %.",
};

function outcome(said: Partial<Outcome>): Outcome {
  return {
    feasible: true,
    rank: null,
    score: 0.5,
    plan: null,
    boundBy: "memory-bandwidth",
    metrics: {},
    limits: [],
    criteria: [],
    criteriaInfo: [],
    rankAcceptability: () => null,
    ...said,
  };
}

/** A time per token that bandwidth alone decides: 192 GB of reads a token, so 40 ms at 4.8 TB/s. */
const BYTES = 0.192e12;

const laboratory: JudgeContext["laboratory"] = {
  alone: ({ id, memory }) =>
    id === "h20"
      ? outcome({ feasible: false, metrics: { totalCostUsd: 1 }, limits: [MISSED] })
      : outcome({
          metrics: {
            timePerOutputTokenSeconds: BYTES / (memory.bandwidthBytesPerSecond ?? 1),
            totalCostUsd: id === "h200-sxm" ? 500 : id === "mi300x" ? 400 : 330,
          },
        }),
  among: (chip, at) =>
    outcome({ ...laboratory.alone(chip, at), rank: 2, rankAcceptability: () => [0.3, 0.25, 0.45] }),
  chip: (id) => catalog.chips.find((chip) => chip.id === id) ?? null,
};

function assertions(lines: string): readonly Assertion[] {
  const load = () => ({ ok: false, diagnostic: { message: "", help: null } }) as const;
  const chips = catalog.chips.map(({ id }) => id);
  const reading = readPolicy(`assertions:\n${lines}`, "policy.yaml", { chips, load });
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  return reading.value.assertions;
}

function run(lines: string, context: Partial<JudgeContext> = {}, text = EXAMPLE): CheckEntry[] {
  return runAssertions(specOf(text), [CHAT], assertions(lines), {
    laboratory,
    baseline: null,
    ...context,
  });
}

const only = (lines: string, context: Partial<JudgeContext> = {}, text = EXAMPLE): CheckEntry => {
  const [entry, ...others] = run(lines, context, text);
  if (entry === undefined || others.length > 0) throw new Error(`${others.length + 1} entries`);
  return entry;
};

describe("an assertion on a spec", () => {
  it("holds at its limit and keeps the place of the policy", () => {
    expect(only("  - {metric: TPOT, atMost: 40 ms}\n")).toMatchObject({
      status: "pass",
      value: 0.04,
      limit: 0.04,
      expected: "at most 40 ms",
      found: "40 ms",
    });
  });

  it("fails at the line of the spec whose figure would have to change, with the change found by solving", () => {
    const entry = only("  - {metric: TPOT, atMost: 36 ms}\n");
    // 0.192 ÷ 0.036 = 5.33 TB/s
    expect(entry).toMatchObject({
      status: "fail",
      code: "CS2101",
      place: { file: "chip.yaml", line: 35, column: 14 },
      asked: { file: "policy.yaml", line: 2 },
      help: "memory.bandwidth ≥ 5.34 TB/s would pass; it is 4.8 TB/s",
    });
    expect(entry.message).toBe(
      "meridian-1 on chat: time per output token: 40 ms, must be at most 36 ms, 11 % too much",
    );
  });

  it("points at the policy where the spec inherits the figure", () => {
    const heir = "id: heir\nname: Heir\nextends: h200-sxm\n";
    expect(only("  - {metric: TPOT, atMost: 36 ms}\n", {}, heir).place.file).toBe("policy.yaml");
  });

  it("speaks of the chip alone once, whatever the workloads", () => {
    expect(only("  - {metric: die, atMost: 800 mm2}\n").workload).toBeNull();
  });

  it("compares with the best of other chips that meet every limit, times a factor", () => {
    const asked = "  - {metric: cost, atMost: {times: 0.8, bestOf: [h200-sxm, mi300x, h20]}}\n";
    // h20 is the cheapest, and misses a limit: 0.8 × 400.
    expect(only(asked)).toMatchObject({ status: "fail", value: 330, limit: 320 });
    expect(only(asked.replace("bestOf", "worstOf"))).toMatchObject({ status: "pass", limit: 400 });
  });

  it("does not hold where none of the others can run the workload", () => {
    const entry = only("  - {metric: cost, atMost: {of: h20}}\n");
    expect(entry).toMatchObject({ status: "fail", limit: null });
    expect(entry.message).toContain("none of the chips to compare with can run the workload");
  });

  it("asks for the rank among all chips and how sure it is", () => {
    const both = (share: string): string =>
      `  - {metric: rank, atMost: 2, with: {metric: acceptability, atLeast: ${share}}}\n`;
    // 0.3 + 0.25 of the weights put it first or second.
    expect(only(both("55 %")).status).toBe("pass");
    expect(only(both("60 %"))).toMatchObject({ status: "fail", limit: 0.6 });
    const behind = only("  - {metric: rank, atMost: 1}\n");
    expect(behind).toMatchObject({ status: "fail", value: 2 });
    expect(behind.message).toContain("1 place behind");
  });

  it("does not take a missing figure for a good one", () => {
    expect(only("  - {metric: trainingTime, atMost: 1 day}\n")).toMatchObject({
      status: "fail",
      code: "CS2102",
      value: null,
    });
  });

  it("lists the limits of the workload that are missed", () => {
    const infeasible: JudgeContext["laboratory"] = {
      ...laboratory,
      alone: () => outcome({ feasible: false, limits: [MISSED] }),
    };
    const entry = only("  - {metric: limits, atMost: 0}\n", { laboratory: infeasible });
    expect(entry.message).toContain("60 ms misses the limit of 50 ms by 20 %");
    expect(
      only("  - {metric: limitUse.chat.time-per-output-token, atMost: 90 %}\n", {
        laboratory: infeasible,
      }).value,
    ).toBeCloseTo(1.2, 9);
  });

  it("holds for the specs and workloads that it names", () => {
    expect(run("  - {metric: TPOT, atMost: 1 ms, workload: other}\n")).toEqual([]);
    expect(run("  - {metric: TPOT, atMost: 1 ms, spec: other}\n")).toEqual([]);
    expect(run("  - {metric: TPOT, atMost: 1 ms, level: off}\n")).toEqual([]);
  });
});

describe("an assertion against the baseline", () => {
  const asked = "  - {metric: TPOT, noWorseThan: baseline, tolerance: 2 %}\n";

  it("is skipped, never passed, without a baseline or a figure in it", () => {
    expect(only(asked)).toMatchObject({ status: "skip", reason: "no baseline is given" });
    expect(only(asked, { baseline: () => undefined })).toMatchObject({
      status: "skip",
      reason: "the baseline has no such figure",
    });
  });

  it("fails beyond the tolerance", () => {
    expect(only(asked, { baseline: () => 0.0393 }).status).toBe("pass");
    expect(only(asked, { baseline: () => 0.039 })).toMatchObject({
      status: "fail",
      code: "CS2103",
      baseline: 0.039,
    });
  });

  it("suspects the figure that changed since then", () => {
    const slower = edited(["bandwidth: 4.8 TB/s", "bandwidth: 4.4 TB/s"]);
    const before: JudgeContext["baseline"] = (_spec, workload, metric) =>
      workload === null ? (metric === "memoryBandwidth" ? 4.8e12 : undefined) : 0.04;
    expect(only(asked, { baseline: before }, slower).change?.field).toBe("memory.bandwidth");
  });

  it("takes every criterion that applies in turn, each the way that its range says", () => {
    const info = (
      id: string,
      worst: number,
      best: number,
      notApplicable: string | null = null,
    ) => ({
      id,
      worst,
      best,
      notApplicable,
      title: id,
      unit: "",
      weight: 0.5,
      description: "",
      scale: "linear" as const,
    });
    const score = (id: string, value: number) => ({
      id,
      value,
      unit: "",
      normalised: 0.5,
      weight: 0.5,
      contribution: 0.25,
      clipped: false,
    });
    const judged: JudgeContext["laboratory"] = {
      ...laboratory,
      alone: () =>
        outcome({
          criteriaInfo: [
            info("cost", 1000, 10),
            info("performance", 1, 4),
            info("latency", 1, 0, "batch"),
          ],
          criteria: [score("cost", 103), score("performance", 1.5)],
        }),
    };
    const baseline: JudgeContext["baseline"] = (_spec, _workload, metric) =>
      metric === "criterion.cost" ? 100 : 1.5;
    const entries = run("  - {metric: everyCriterion, noWorseThan: baseline, tolerance: 2 %}\n", {
      laboratory: judged,
      baseline,
    });
    expect(entries.map(({ id, status }) => [id, status])).toEqual([
      ["everyCriterion.cost", "fail"],
      ["everyCriterion.performance", "pass"],
    ]);
  });
});
