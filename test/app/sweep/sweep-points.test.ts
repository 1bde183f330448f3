import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { loadBuiltinCatalog } from "../../../src/app/builtin-catalog.ts";
import { evaluate } from "../../../src/app/evaluate.ts";
import { knownNames } from "../../../src/app/known-names.ts";
import { packageRoot } from "../../../src/app/package-root.ts";
import type { Catalog, Chip } from "../../../src/catalog/types.ts";
import { prepareSweep } from "../../../src/cli/sweep/prepare.ts";
import { readWorkload } from "../../../src/input/read-workload.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const catalog = loadBuiltinCatalog();
const NAME = "natural-language-services";
const TEXT = readFileSync(join(packageRoot(), "profiles", "workloads", `${NAME}.yaml`), "utf8");
const NAMES = knownNames(catalog);

function sweepOf(over: readonly string[], chips: readonly string[] = [], text = TEXT) {
  const setup = { file: "w.yaml", text, folder: "/", over, chips, top: null, version: "1" };
  return prepareSweep(setup, catalog).sweep;
}

/** What `evaluate` says of the same file, edited by hand. */
function evaluated(text: string, changed: Catalog = catalog) {
  const reading = readWorkload(text, "w.yaml", NAMES);
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  return evaluate(reading.value, changed, { version: "1" }).candidates;
}

const figures = (candidate: {
  id: string;
  rank: number | null;
  score: number | null;
  metrics: unknown;
}) => ({
  id: candidate.id,
  rank: candidate.rank,
  score: candidate.score,
  metrics: candidate.metrics,
});

function withChip(id: string, change: (chip: Chip) => Chip): Catalog {
  return { ...catalog, chips: catalog.chips.map((chip) => (chip.id === id ? change(chip) : chip)) };
}

describe("a point of a sweep", () => {
  it("says what evaluate says of the edited file, whatever was remembered of other points", () => {
    const sweep = sweepOf([
      "budget.monthly=90 k USD,40 k USD",
      "demand.tasks.chat.rate=40 requests/s,20 requests/s",
      "budget.horizon=2 years,3 years",
    ]);
    // Seven other points first, then the last one.
    for (let index = 0; index < 7; index += 1) sweep.evaluate(index);
    const text = TEXT.replace("monthly: 90 k USD", "monthly: 40 k USD")
      .replace("rate: 40 requests/s", "rate: 20 requests/s")
      .replace("horizon: 2 years", "horizon: 3 years");
    const point = sweep.evaluate(7);
    expect(point.over).toEqual({
      "budget.monthly": "40 k USD",
      "demand.tasks.chat.rate": "20 requests/s",
      "budget.horizon": "3 years",
    });
    expect(point.candidates.map(figures)).toEqual(evaluated(text).map(figures));
  });

  it("says what evaluate says with a changed catalogue", () => {
    const sweep = sweepOf([
      "chip.h100-sxm.memory.bandwidth=3.35 TB/s,6 TB/s",
      "chip.h100-sxm.price=x1,x0.5",
    ]);
    const first = sweep.evaluate(0);
    const last = sweep.evaluate(3);
    const changed = withChip("h100-sxm", (chip) => ({
      ...chip,
      memory: { ...chip.memory, bandwidthBytesPerSecond: 6e12 },
      priceUsd: 15_625,
    }));
    expect(first.candidates.map(figures)).toEqual(evaluated(TEXT).map(figures));
    expect(last.candidates.map(figures)).toEqual(evaluated(TEXT, changed).map(figures));
  });

  it("does not depend on which other chips are asked for: ranges come from the whole catalogue", () => {
    const over = ["budget.horizon=2 years"];
    const alone = sweepOf(over, ["h100-sxm"]).evaluate(0).candidates;
    const among = sweepOf(over)
      .evaluate(0)
      .candidates.find(({ id }) => id === "h100-sxm");
    expect(alone.map(({ id, score, rank }) => ({ id, score, rank }))).toEqual([
      { id: "h100-sxm", score: among?.score, rank: 1 },
    ]);
  });

  it("prices with a rent that is given, also where clouds offer less", () => {
    const sweep = sweepOf(["chip.h100-sxm.rent=1 USD/h,x2"], ["h100-sxm"]);
    const cost = (index: number): number =>
      sweep.evaluate(index).candidates[0]?.metrics?.totalCostUsd ?? 0;
    const chips = sweep.evaluate(0).candidates[0]?.plan?.chips ?? 0;
    // Two years of 365.25 days at 1 USD an hour; twice the catalogue's rent is more than that.
    expect(cost(0)).toBeCloseTo(chips * 2 * 365.25 * 24, 3);
    expect(cost(1)).toBeGreaterThan(cost(0));
  });

  it("does not call a figure estimated that was given", () => {
    const chip = catalog.chips.find(({ estimated, id }) => estimated.includes("idleWatts") && id);
    if (!chip) throw new Error("no chip with an estimated idle power");
    const sweep = sweepOf([`chip.${chip.id}.power.idle=x1`], [chip.id]);
    const [candidate] = sweep.evaluate(0).candidates;
    expect(candidate?.estimated).toEqual(chip.estimated.filter((name) => name !== "idleWatts"));
  });

  it("tells where values contradict each other only together, and goes on", () => {
    const sweep = sweepOf([
      "demand.tasks.chat.output.mean=300,900",
      "demand.tasks.chat.output.p95=800,1000",
    ]);
    const points = [0, 1, 2, 3].map((index) => sweep.evaluate(index));
    expect(points.map(({ fault }) => fault !== null)).toEqual([false, false, true, false]);
    expect(points[2]).toMatchObject({ winner: null, feasible: 0, candidates: [] });
    expect(points[2]?.fault).toContain("the 95th percentile 800 is below the mean 900");
  });

  it("refuses chips that contradict themselves only together", () => {
    const sweep = sweepOf(
      ["chip.h100-sxm.power.tdp=700 W,300 W", "chip.h100-sxm.power.idle=67 W,400 W"],
      ["h100-sxm"],
    );
    const faults = [0, 1, 2, 3].map((index) => sweep.evaluate(index).fault);
    expect(faults.map((fault) => fault !== null)).toEqual([false, false, false, true]);
    expect(faults[3]).toBe("h100-sxm: its idle power of 400 W is not below its TDP of 300 W");
  });

  it("lists the nearest miss where nothing is feasible, before chips that were never planned", () => {
    const setup = {
      file: "w.yaml",
      text: TEXT,
      folder: "/",
      over: ["budget.monthly=1 USD"],
      chips: [],
      top: 3,
      version: "1",
    };
    const point = prepareSweep(setup, catalog).sweep.evaluate(0);
    expect(point).toMatchObject({ winner: null, feasible: 0 });
    expect(point.candidates).toHaveLength(1);
    expect(point.candidates[0]?.plan).not.toBeNull();
    expect(point.candidates[0]?.missed).toContain("monthly");
  });
});

describe("the estimated work of a point", () => {
  it("grows with the candidates and with training over serving", () => {
    const classes = sweepOf(["constraints.classes.allow=[gpu],[tpu]"]);
    const gpus = classes.work([0]) ?? 0;
    const tpus = classes.work([1]) ?? 0;
    expect(gpus).toBeGreaterThan(tpus);
    const pretraining = readFileSync(
      join(packageRoot(), "profiles", "workloads", "pre-training.yaml"),
      "utf8",
    );
    const training = sweepOf(["budget.energyPrice=0.1 USD/kWh"], [], pretraining);
    expect(training.work([0])).toBeGreaterThan(gpus);
  });

  it("is unknown where values contradict each other", () => {
    expect(sweepOf(["demand.tasks.chat.output.p95=1"]).work([0])).toBeNull();
  });
});
