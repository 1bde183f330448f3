import { assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Blind } from "../../src/calibration/hold-out.ts";
import {
  blindCoverage,
  coveringIntervals,
  errorIntervals,
  type Kind,
} from "../../src/calibration/intervals.ts";
import { chipEvidence, intervalOf } from "../../src/catalog/intervals.ts";

type Error = Blind<Kind>;

const CHIP = { id: "known", family: "known", class: "gpu" } as const;
const ROWS = { chips: { known: 9 }, families: { known: 9 }, stacks: { known: 9 } };

function error(index: number, logRatio: number, changed: Partial<Error> = {}): Error {
  return {
    observation: {
      chip: `chip-${index % 20}`,
      source: `source-${index % 7}`,
      figure: "training",
      class: "gpu",
      direction: "rate",
    },
    logRatio,
    chip: "chip",
    stackKnown: true,
    ...changed,
  };
}

/** A quantile of the normal distribution's shape for row `index` of `count`: no chance, the same every time. */
function errorsOf(count: number, spread: number, changed: Partial<Error> = {}): Error[] {
  // The golden ratio deals the rows out evenly, whatever their chip.
  return Array.from({ length: count }, (_, index) => {
    const uniform = (index * 0.618_033_988_75) % 1;
    return error(index, spread * Math.log((uniform + 1e-3) / (1.001 - uniform)), changed);
  });
}

describe("intervals of errors that are alike", () => {
  it("hold about 80 % of rows of chips that they were not made from", () => {
    const coverage = blindCoverage(errorsOf(1000, 0.3));
    expect(coverage).toBeGreaterThan(0.77);
    expect(coverage).toBeLessThan(0.83);
  });

  it("hold about 80 % when known chips err little and others much", () => {
    const mixed = [
      ...errorsOf(600, 0.1),
      ...errorsOf(600, 0.5, { chip: "family" }),
      ...errorsOf(600, 1, { chip: "class", stackKnown: false }),
    ];
    const coverage = blindCoverage(mixed);
    expect(coverage).toBeGreaterThan(0.77);
    expect(coverage).toBeLessThan(0.83);
    const width = (chip: Error["chip"]): number => {
      const found = errorIntervals(mixed).find((one) => one.chip === chip);
      return (found?.high ?? 0) / (found?.low ?? 1);
    };
    expect(width("chip")).toBeLessThan(width("family"));
    expect(width("family")).toBeLessThan(width("class"));
  });

  it("are widened where rows of a chip err together, until they hold 80 % of the next chip's", () => {
    const clustered = errorsOf(1000, 0.05).map((one, index) => ({
      ...one,
      logRatio: one.logRatio + 0.6 * Math.sin(7 * (index % 20)),
    }));
    expect(blindCoverage(clustered)).toBeLessThan(0.8);
    const { coverage } = coveringIntervals(clustered);
    expect(coverage).toBeGreaterThanOrEqual(0.8);
  });

  it("come from a coarser group where the fine one has too few rows", () => {
    const few = errorsOf(10, 2).map((one) => ({
      ...one,
      observation: { ...one.observation, class: "npu" as const },
    }));
    const intervals = errorIntervals([...errorsOf(500, 0.1), ...few]);
    expect(intervals.some((one) => one.class === "npu")).toBe(false);
    const figure = { figure: "training", direction: "rate", value: 1 } as const;
    const found = intervalOf(figure, { ...CHIP, class: "npu" }, "known", { rows: ROWS, intervals });
    expect(found?.basis.rows).toBe(510);
  });

  it("do not come from a single source, however many rows it has", () => {
    const single = errorsOf(500, 0.1).map((one) => ({
      ...one,
      observation: { ...one.observation, source: "the same" },
    }));
    expect(errorIntervals(single)).toEqual([]);
    expect(blindCoverage(single)).toBeNull();
  });
});

describe("the interval of a figure", () => {
  // Measured speeds lie between 0.8 and 1.5 times the predicted ones.
  const interval = { figure: "training", class: "any", chip: "chip", low: 0.8, high: 1.5 } as const;
  const evidence = { rows: ROWS, intervals: [{ ...interval, stackKnown: true, rows: 99 }] };

  it("turns round for a time: the fastest measurement is the shortest time", () => {
    const rate = intervalOf(
      { figure: "training", direction: "rate", value: 30 },
      CHIP,
      "known",
      evidence,
    );
    const time = intervalOf(
      { figure: "training", direction: "time", value: 30 },
      CHIP,
      "known",
      evidence,
    );
    expect([rate?.low, rate?.high]).toEqual([24, 45]);
    expect([time?.low, time?.high]).toEqual([20, 37.5]);
  });

  it("is unknown where nothing like it was measured", () => {
    const figure = { figure: "training", direction: "rate", value: 30 } as const;
    expect(intervalOf(figure, CHIP, "new", evidence)).toBeNull();
    expect(intervalOf(figure, { ...CHIP, id: "new" }, "known", evidence)).toBeNull();
    expect(intervalOf({ ...figure, figure: "kernel" }, CHIP, "known", evidence)).toBeNull();
  });

  it("is in proportion to the figure", () => {
    assert(
      property(double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const found = intervalOf(
          { figure: "training", direction: "rate", value },
          CHIP,
          "known",
          evidence,
        );
        expect((found?.low ?? 0) / value).toBeCloseTo(0.8, 9);
        expect((found?.high ?? 0) / value).toBeCloseTo(1.5, 9);
      }),
    );
  });
});

describe("what a chip's parameters rest on", () => {
  it("its own rows, else those of its family, else those of its class", () => {
    expect(chipEvidence(ROWS, CHIP)).toBe("chip");
    expect(chipEvidence(ROWS, { id: "new", family: "known" })).toBe("family");
    expect(chipEvidence(ROWS, { id: "new", family: "new" })).toBe("class");
  });
});
