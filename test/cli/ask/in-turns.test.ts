import { describe, expect, it } from "vitest";
import { inBackground, inTurns } from "../../../src/cli/ask/in-turns.ts";
import type { Steps } from "../../../src/questionnaire/steps.ts";

/** Computes for ever, a millisecond a step. */
function* endless(taken: { steps: number }): Steps<string> {
  for (;;) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    taken.steps += 1;
    yield;
  }
}

function* short(): Steps<string> {
  yield;
  yield;
  return "done";
}

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a computation in turns", () => {
  it("gives what the steps give", async () => {
    expect(await inTurns(short(), new AbortController().signal)).toBe("done");
  });

  it("lets the event loop run, and ends soon after it is aborted", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const began = performance.now();
    expect(await inTurns(endless({ steps: 0 }), controller.signal)).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("in the background goes on until it is stopped, and keeps its failures to itself", async () => {
    const taken = { steps: 0 };
    const stop = inBackground(endless(taken));
    await later(40);
    stop();
    await later(40);
    const { steps } = taken;
    expect(steps).toBeGreaterThan(0);
    await later(40);
    expect(taken.steps).toBe(steps);
    const fail = function* (): Steps<void> {
      yield;
      throw new Error("no such model");
    };
    inBackground(fail());
    await later(10);
  });
});
