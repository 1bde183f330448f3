import { describe, expect, it } from "vitest";
import type { RankResult } from "../../src/report/rank/types.ts";
import { chipselect } from "./fake-io.ts";

const matrix = (ratios: string): string => `name: Trade-offs
criteria: [{id: price, range: [0, 1]}, {id: speed, range: [0, 1]}]
alternatives: [{id: cheap, values: [1, 0]}, {id: even, values: [0.65, 0.65]}, {id: fast, values: [0, 1]}]
robustness:
  weights: {ratios: ${ratios}}
`;

describe("weights with trade-offs", () => {
  // The weight of the price lies between 3/5 and 3/4, evenly; cheap (w) beats even (.65) above .65: in two thirds of the draws.
  it("are drawn from all that keep the ratios, which the report names", async () => {
    const stdin = matrix("[{of: price, to: speed, atLeast: 1.5, atMost: 3}]");
    const json = await chipselect(["rank", "-", "--format", "json", "--draws", "100000"], {
      stdin,
    });
    const { robustness }: RankResult = JSON.parse(json.stdout);
    const firsts = Object.fromEntries(
      (robustness?.alternatives ?? []).map((id, i) => [id, robustness?.acceptability[i]?.[0]]),
    );
    expect(firsts["cheap"]).toBeCloseTo(2 / 3, 2);
    expect(firsts["even"]).toBeCloseTo(1 / 3, 2);
    expect(firsts["fast"]).toBe(0);
    const { stdout } = await chipselect(["rank", "-"], { stdin });
    expect(stdout.replaceAll(/\s+/gu, " ")).toContain(
      "price at least 1.5 and at most 3 times speed",
    );
  });

  it.each([
    ["[{of: price, to: sped, atLeast: 2}]", 'there is no criterion "sped"', '"speed"'],
    ["[{of: price, to: price, atLeast: 2}]", "a ratio of a weight to itself", "two criteria"],
    ["[{of: price, to: speed}]", "a ratio without a bound", "atLeast"],
    ["[{of: price, to: speed, atLeast: 3, atMost: 2}]", "atLeast 3 is not below atMost 2", "room"],
  ])("%s: %s", async (ratios, message, help) => {
    const { code, stderr } = await chipselect(["rank", "-"], { stdin: matrix(ratios) });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
    expect(stderr).toContain("<stdin>:5:");
  });
});
