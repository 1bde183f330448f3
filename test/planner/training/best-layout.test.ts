import { describe, expect, it } from "vitest";
import { NO_PINS } from "../../../src/planner/pins.ts";
import { fewestChips, quickest } from "../../../src/planner/training/best-layout.ts";
import { layoutOf, type FoundLayout } from "../../../src/planner/training/found.ts";
import { trainingSearch } from "../../../src/planner/training/search.ts";
import { pinnedLimits } from "../../../src/planner/training/space.ts";
import { microStep, trainingPoint, type TrainingPoint } from "../../../src/simulation/training.ts";
import { everyLayout, SPACES } from "./every-layout.ts";

const better = (a: TrainingPoint, b: TrainingPoint | null): boolean =>
  b === null || a.chips < b.chips || (a.chips === b.chips && a.stepSeconds < b.stepSeconds);

const figures = (found: Pick<FoundLayout, "chips" | "stepSeconds"> | null) =>
  found && [found.chips, found.stepSeconds.toPrecision(9)];

describe.each(SPACES)("the best layout of %s", (_, run) => {
  const fitting = [...everyLayout(run)].filter(({ fits }) => fits);
  const byTime = fitting.map(({ stepSeconds }) => stepSeconds).sort((a, b) => a - b);
  const fastest = byTime[0] ?? Number.NaN;
  const search = trainingSearch(run, pinnedLimits(NO_PINS));

  it("is the quickest of all when only time counts", () => {
    expect(fitting.length).toBeGreaterThan(100);
    expect(quickest(search)?.stepSeconds.toPrecision(9)).toBe(fastest.toPrecision(9));
  });

  it.each([0.9, 1.001, 1.3, 2, 4, 10, 1000])(
    "has the fewest chips, then the least time, when a step may take %d times as long",
    (factor) => {
      const limit = factor * fastest;
      let best: TrainingPoint | null = null;
      for (const point of fitting) {
        if (point.stepSeconds < limit && better(point, best)) best = point;
      }
      expect(figures(fewestChips(search, limit))).toEqual(figures(best));
    },
  );

  it("is what the simulation says of its layout", () => {
    const found = quickest(search);
    if (!found) throw new Error("nothing fits");
    const layout = layoutOf(found);
    const point = trainingPoint(run, layout, microStep(run, layout));
    expect(point.stepSeconds / found.stepSeconds).toBeCloseTo(1, 9);
    expect(point.memoryBytesPerChip / found.memoryBytes).toBeCloseTo(1, 9);
    expect(point.chips).toBe(found.chips);
  });
});
