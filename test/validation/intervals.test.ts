import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/catalog/calibration.ts";
import { validate } from "../../src/validation/validate.ts";
import { catalog, llmRow, NAMING, predicted } from "./rows.ts";

/** h100 was measured and a100 is of its family; decode speeds of known chips lie between 0.5 and 2 times the predicted ones. */
const EVIDENCE: Evidence = {
  rows: { chips: { h100: 40 }, families: { "test-family": 40 }, stacks: { "test-stack": 40 } },
  intervals: [
    {
      figure: "time-per-output-token",
      class: "any",
      chip: "chip",
      stackKnown: true,
      low: 0.5,
      high: 2,
      rows: 40,
    },
  ],
};

const on = { ...catalog(), evidence: EVIDENCE };

function validated(fields: Record<string, string>) {
  const rows = [llmRow({ metric: "tpot_ms", unit: "ms", ...fields })];
  return validate(rows, on, { version: "test", naming: NAMING });
}

describe("intervals of predicted rows", () => {
  it("lie round the prediction as far as errors of its like", () => {
    const time = predicted(llmRow({ metric: "tpot_ms", unit: "ms" }));
    const [row] = validated({}).rows;
    expect(row?.interval?.low).toBeCloseTo(time / 2, 9);
    expect(row?.interval?.high).toBeCloseTo(time / 0.5, 9);
  });

  it("say in the summary what share of the measurements they hold", () => {
    const time = predicted(llmRow({ metric: "tpot_ms", unit: "ms" }));
    expect(validated({ value: String(1.9 * time) }).summary.intervalCoverage).toBe(1);
    expect(validated({ value: String(2.1 * time) }).summary.intervalCoverage).toBe(0);
  });

  it("are left out where nothing like it was measured", () => {
    const { rows, summary } = validated({ chip_id: "a100" });
    expect(rows[0]?.predicted).not.toBeNull();
    expect(rows[0]?.interval).toBeNull();
    expect(summary.intervalCoverage).toBeNull();
  });
});
