import { describe, expect, it } from "vitest";
import { fit, type Problem } from "../../src/calibration/fit.ts";
import { familyOwner, stackOwner, valueOf } from "../../src/calibration/parameters.ts";
import { jobsOf, parameters, predict, PRIORS, valuesWith, type Job } from "./toy.ts";

const CHIPS = [
  { chip: "x1", family: "x", stacks: ["s", "t"] },
  { chip: "x2", family: "x", stacks: ["s"] },
  { chip: "y1", family: "y", stacks: ["s", "t"] },
];

const TRUTH = valuesWith({
  "family/x": { matmulShare: 0.8 },
  "family/y": { matmulShare: 0.3 },
  "stack/s": { computeShare: 0.9, stepOverheadSeconds: 4e-4 },
  "stack/t": { computeShare: 0.6, stepOverheadSeconds: 9e-3 },
});

function problemOf(observations: readonly Job[]): Problem<Job> {
  return { observations, parameters, predict };
}

const OPTIONS = { strength: 0.01, sweeps: 60 };

describe("a fit to measurements of a known world", () => {
  const jobs = jobsOf(TRUTH, CHIPS);
  const found = fit(problemOf(jobs), PRIORS, OPTIONS);

  it("predicts every measurement to one per cent", () => {
    for (const error of predict(jobs, found.values)) expect(Math.abs(error)).toBeLessThan(0.01);
  });

  it("recovers what the measurements tell apart: ratios of families and of stacks, and overheads", () => {
    const share = (id: string): number => found.values.get(familyOwner(id))?.["matmulShare"] ?? 0;
    const stack = (id: string, key: string): number => found.values.get(stackOwner(id))?.[key] ?? 0;
    const off = [
      share("x") / share("y") / (0.8 / 0.3),
      stack("s", "computeShare") / stack("t", "computeShare") / (0.9 / 0.6),
      stack("s", "stepOverheadSeconds") / 4e-4,
      stack("t", "stepOverheadSeconds") / 9e-3,
    ];
    for (const ratio of off) expect(Math.abs(Math.log(ratio))).toBeLessThan(0.02);
  });

  it("leaves parameters that no measurement depends on where they were, and says which moved", () => {
    const used = parameters.filter(
      ({ owner, key }) =>
        ["matmulShare", "computeShare", "stepOverheadSeconds"].includes(key) &&
        owner !== familyOwner("z"),
    );
    expect(new Set(found.moved)).toEqual(new Set(used));
    const others = parameters.filter((parameter) => !used.includes(parameter));
    expect(others.map((parameter) => valueOf(parameter, found.values))).toEqual(
      others.map(({ prior }) => prior),
    );
  });

  it("gives the same values when it is run again", () => {
    expect(fit(problemOf(jobs), PRIORS, OPTIONS)).toEqual(found);
  });

  it("keeps three digits", () => {
    for (const parameter of parameters) {
      const value = valueOf(parameter, found.values);
      expect(value).toBe(Number(value.toPrecision(3)));
    }
  });
});

describe("a fit to measurements that no value explains", () => {
  it("stays within the bounds", () => {
    const impossible = jobsOf(TRUTH, CHIPS).map((job) => ({ ...job, seconds: job.seconds / 100 }));
    const { values } = fit(problemOf(impossible), PRIORS, { strength: 0, sweeps: 30 });
    for (const parameter of parameters) {
      expect(valueOf(parameter, values)).toBeGreaterThanOrEqual(parameter.low);
      expect(valueOf(parameter, values)).toBeLessThanOrEqual(parameter.high);
    }
    expect(values.get(familyOwner("x"))?.["matmulShare"]).toBe(0.95);
  });

  it("is not drawn by a hopeless row", () => {
    const jobs = jobsOf(TRUTH, CHIPS);
    const spoiled = jobs.map((job, index) =>
      index === 6 ? { ...job, seconds: 1000 * job.seconds } : job,
    );
    const errorsOf = (rows: readonly Job[]): number[] =>
      predict(jobs, fit(problemOf(rows), PRIORS, OPTIONS).values).map(Math.abs);
    expect(Math.max(...errorsOf(spoiled))).toBeLessThan(0.02);
  });
});

describe("the strength of priors", () => {
  it("decides between a lone row and the prior", () => {
    const lone = jobsOf(TRUTH, CHIPS.slice(1, 2)).slice(-1);
    const share = (strength: number): number =>
      fit(problemOf(lone), PRIORS, { strength, sweeps: 30 }).values.get(familyOwner("x"))?.[
        "matmulShare"
      ] ?? 0;
    // The prior says 0.5, the row 0.8.
    expect(share(100)).toBeCloseTo(0.5, 1);
    expect(share(0.01)).toBeGreaterThan(0.65);
  });
});
