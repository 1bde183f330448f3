import { describe, expect, it } from "vitest";
import { REJECTIONS } from "../../src/planner/training/rejections.ts";
import type { Document } from "../../src/report/document.ts";
import { createPalette } from "../../src/report/palette.ts";
import type { SearchResult } from "../../src/report/search-types.ts";
import { searchDocument } from "../../src/report/search/document.ts";
import { planSearchBlocks } from "../../src/report/search/plan-search.ts";
import { rejectionBlocks } from "../../src/report/search/rejections.ts";
import { scheduleBlocks } from "../../src/report/search/schedule.ts";
import { displayWidth } from "../../src/report/terminal/width.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import { golden } from "./golden.ts";
import { SEARCHED, TRAINING_TASK } from "./fixtures/search.ts";

const draw = (document: Document, width = 80): string =>
  writeTerminal(document, { width, palette: createPalette(0), ascii: false });

describe("a search of layouts", () => {
  it.each([80, 140])("reads as the transcript at %i columns", (width) => {
    const text = draw(searchDocument(SEARCHED), width);
    expect(text).toBe(golden(`search-${width}.txt`, text));
  });

  it("says so when nothing fits, and when no format runs", () => {
    const [search] = SEARCHED.searches;
    if (!search) throw new Error("the fixture has a search");
    const empty: SearchResult = { ...SEARCHED, searches: [{ ...search, best: [], front: [] }] };
    expect(draw(searchDocument(empty))).toContain("None of them fits");
    expect(draw(searchDocument({ ...SEARCHED, searches: [] }))).toContain("none of the allowed");
  });
});

it("fits every reason of a rejection into 80 columns", () => {
  const rejected = Object.entries(REJECTIONS).map(([id, each]) => ({
    id,
    count: 999_999,
    ...each,
  }));
  const widths = draw({ blocks: rejectionBlocks(rejected) })
    .split("\n")
    .map(displayWidth);
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});

describe("a training plan", () => {
  it("tells its schedule and what its search looked at", () => {
    const blocks = [
      ...scheduleBlocks([TRAINING_TASK]),
      ...planSearchBlocks([
        {
          taskId: "pretrain",
          stackId: "megatron-cuda",
          precision: TRAINING_TASK.precision,
          costed: 12_200,
          fitting: 2780,
          pruned: { batches: 350, pipelines: 92, layouts: 4260, configurations: 51_700 },
          rejected: [
            {
              id: "heads",
              reason: "tensor groups do not divide the attention heads",
              counted: "widths",
              count: 120,
            },
          ],
        },
      ]),
    ];
    const text = draw({ blocks });
    expect(text).toBe(golden("training-plan-80.txt", text));
  });

  it("tells nothing of other tasks", () => {
    const { training: _, ...inference } = TRAINING_TASK;
    expect(scheduleBlocks([inference])).toEqual([]);
  });
});
