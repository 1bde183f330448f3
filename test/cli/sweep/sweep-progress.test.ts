import { describe, expect, it } from "vitest";
import { sweepProgress } from "../../../src/cli/sweep/sweep-progress.ts";
import { listening } from "../fake-io.ts";

/** What a run says that does `perSecond` points a second for so long and reports four times a second. */
async function said(
  seconds: number,
  { perSecond = 8, total = 1000, start = 0, isTerminal = true, quiet = false } = {},
): Promise<string> {
  let now = 0;
  const { io, heard } = listening(isTerminal);
  const progress = sweepProgress(io, { start, quiet, milliseconds: () => now });
  for (let tick = 1; tick <= seconds * 4; tick += 1) {
    now = tick * 250;
    progress.report(start + (tick / 4) * perSecond, total);
  }
  await progress.end();
  return heard();
}

describe("progress of a sweep", () => {
  it("shows points, rate and time left over itself on a terminal", async () => {
    // After 1 s: 8 of 1000 at 8 a second leave 992 / 8 = 124 s, which is 2 min.
    const lines = (await said(1)).split("\r");
    expect(lines.at(-3)).toBe("sweeping 8/1000 points, 8/s, 2 min left");
    expect(lines.at(-2)?.trim()).toBe("");
  });

  it("rates only what this run did of a resumed sweep", async () => {
    const lines = (await said(1, { start: 900 })).split("\r");
    expect(lines.at(-3)).toBe("sweeping 908/1000 points, 8/s, 12 s left");
  });

  it("writes a line every half minute where nobody watches", async () => {
    expect(await said(65, { isTerminal: false })).toBe(
      "sweeping 240/1000 points, 8/s, 2 min left\nsweeping 480/1000 points, 8/s, 65 s left\n",
    );
    expect(await said(20, { isTerminal: false })).toBe("");
  });

  it("says nothing with --quiet", async () => {
    expect(await said(65, { quiet: true })).toBe("");
    expect(await said(65, { quiet: true, isTerminal: false })).toBe("");
  });
});
