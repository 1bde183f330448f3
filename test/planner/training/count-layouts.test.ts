import { describe, expect, it } from "vitest";
import { NO_PINS } from "../../../src/planner/pins.ts";
import { countLayouts } from "../../../src/planner/training/count-layouts.ts";
import { pinnedLimits, trainingSpace } from "../../../src/planner/training/space.ts";
import { SPACES } from "./every-layout.ts";

describe.each(SPACES)("the layouts of %s", (_, run) => {
  it.each([
    { from: 1, to: 16 },
    { from: 3, to: 8 },
    { from: 16, to: 16 },
  ])("are as many as a walk visits, from $from to $to chips", (chips) => {
    const space = trainingSpace(run, { ...pinnedLimits(NO_PINS), chips });
    let visited = 0;
    for (const { tensor, context } of space.splits)
      for (const { stages } of space.pipelines)
        for (const { replicas } of space.batches)
          for (const data of replicas) {
            const all = tensor * context * stages * data;
            if (all >= chips.from && all <= chips.to) visited++;
          }
    expect(countLayouts(space)).toBe(visited);
  });
});
