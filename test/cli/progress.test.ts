import { describe, expect, it } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";
import { listening } from "./fake-io.ts";

interface Circumstances {
  isTerminal?: boolean;
  env?: Record<string, string>;
  quiet?: boolean;
}

/** What a run says that reports once every 50 ms, for so long. */
async function said(runMilliseconds: number, circumstances: Circumstances = {}): Promise<string> {
  const { isTerminal = true, env = {}, quiet = false } = circumstances;
  let now = 0;
  const { io, heard } = listening(isTerminal, env);
  const progress = showProgress(io, "predicting", { quiet, milliseconds: () => now });
  const total = runMilliseconds / 50;
  for (let done = 1; done <= total; done += 1) {
    now += 50;
    progress.report(done, total);
  }
  await progress.end();
  return heard();
}

describe("progress", () => {
  it("says nothing in the first 300 ms, so that quick runs stay silent", async () => {
    expect(await said(250)).toBe("");
  });

  it("counts up over itself, at most once in 100 ms, and takes the line away", async () => {
    const blank = " ".repeat("predicting 10/10".length);
    expect(await said(500)).toBe(
      `\rpredicting 6/10\rpredicting 8/10\rpredicting 10/10\r${blank}\r`,
    );
  });

  it.each<[string, Circumstances]>([
    ["a pipe", { isTerminal: false }],
    ["CI", { env: { CI: "true" } }],
    ["--quiet", { quiet: true }],
    ["a terminal that cannot move the cursor", { env: { TERM: "dumb" } }],
  ])("says nothing with %s", async (_name, circumstances) => {
    expect(await said(5000, circumstances)).toBe("");
  });

  it("is shown where CI is set to a word for no", async () => {
    expect(await said(500, { env: { CI: "false" } })).toContain("predicting");
  });
});
