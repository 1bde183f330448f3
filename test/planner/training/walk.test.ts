import { describe, expect, it } from "vitest";
import { NO_PINS } from "../../../src/planner/pins.ts";
import { quickest } from "../../../src/planner/training/best-layout.ts";
import {
  collector,
  joinHarvests,
  paretoFront,
  type Harvest,
} from "../../../src/planner/training/harvest.ts";
import { trainingSearch } from "../../../src/planner/training/search.ts";
import { pinnedLimits } from "../../../src/planner/training/space.ts";
import { trainingWalk, walkChunk } from "../../../src/planner/training/walk.ts";
import type { TrainingSetup } from "../../../src/simulation/training.ts";
import { everyLayout, SPACES } from "./every-layout.ts";

const TOP = 5;
const free = pinnedLimits(NO_PINS);

/** Harvest of the chunks that are chosen, in the order that they are given in. */
function harvest(run: TrainingSetup, choose: (chunks: readonly number[]) => readonly number[]) {
  const walk = trainingWalk(run, free);
  const into = collector(TOP);
  for (const chunk of choose(walk.chunks.map((_, index) => index))) walkChunk(walk, chunk, into);
  return into.harvest;
}

const readable = ({ byChips, ...rest }: Harvest) => ({
  ...rest,
  byChips: [...byChips].sort(([a], [b]) => a - b),
});

describe.each(SPACES)("a walk through every layout of %s", (_, run) => {
  const every = [...everyLayout(run)];
  const fitting = every.filter(({ fits }) => fits);
  const whole = harvest(run, (chunks) => chunks);

  it("costs as many configurations as there are, those that are placed otherwise at the same cost once", () => {
    expect(whole.configurations + whole.sameCost).toBe(every.length);
    expect(whole.fitting).toBeLessThanOrEqual(fitting.length);
    expect(whole.rejected.memory).toBe(whole.configurations - whole.fitting);
  });

  it("finds the quickest layout of each number of chips", () => {
    const quickestOf = new Map<number, number>();
    for (const { chips, stepSeconds } of fitting) {
      quickestOf.set(chips, Math.min(stepSeconds, quickestOf.get(chips) ?? Infinity));
    }
    const expected = [...quickestOf].map(
      ([chips, seconds]) => `${chips}: ${seconds.toPrecision(9)}`,
    );
    const found = [...whole.byChips].map(
      ([chips, { stepSeconds }]) => `${chips}: ${stepSeconds.toPrecision(9)}`,
    );
    expect(new Set(found)).toEqual(new Set(expected));
  });

  it("agrees with the branch and bound of the planner", () => {
    const best = quickest(trainingSearch(run, free));
    // But for the last digits: sums are rounded, and one of two equal layouts may come out ahead.
    expect(whole.best[0]?.stepSeconds.toPrecision(12)).toBe(best?.stepSeconds.toPrecision(12));
  });

  it("keeps a front on which more chips are quicker", () => {
    const front = paretoFront(whole);
    for (const [index, layout] of front.entries()) {
      const next = front[index + 1];
      if (!next) break;
      expect(next.chips).toBeGreaterThan(layout.chips);
      expect(next.stepSeconds).toBeLessThan(layout.stepSeconds);
    }
  });

  it("does not depend on who walks which chunk, and in which order", () => {
    const parts = [0, 1, 2].map((worker) =>
      harvest(run, (chunks) => chunks.filter((chunk) => chunk % 3 === worker).toReversed()),
    );
    expect(readable(joinHarvests(parts, TOP))).toEqual(readable(whole));
    expect(readable(joinHarvests(parts.toReversed(), TOP))).toEqual(readable(whole));
  });
});
