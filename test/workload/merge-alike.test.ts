import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { lowerModel } from "../../src/workload/lower-model.ts";
import { mergeAlike } from "../../src/workload/merge-alike.ts";
import { UNSHARDED, type Operator, type Step } from "../../src/workload/types.ts";

const sum = ({ operators }: Step, of: (operator: Operator) => number): number =>
  operators.reduce((total, operator) => total + operator.count * of(operator), 0);

function step(id: string): Step {
  const model = loadBuiltinCatalog().models.find((each) => each.id === id);
  const program = model && lowerModel(model);
  if (program?.kind !== "one-shot") throw new Error(`${id} answers in one pass`);
  return program.forward(4, 128, UNSHARDED);
}

describe("operators that differ in name only", () => {
  it.each(["sdxl-unet", "alphafold2", "resnet50"])("are counted together: %s", (id) => {
    const whole = step(id);
    const merged = mergeAlike(whole);
    expect(merged.operators.length).toBeLessThan(whole.operators.length);
    const figures = merged.operators.map((operator) =>
      JSON.stringify({ ...operator, name: "", count: 0 }),
    );
    expect(new Set(figures).size).toBe(figures.length);
    for (const of of [
      () => 1,
      ({ operations }: Operator) => operations,
      ({ weightElements }: Operator) => weightElements,
      ({ activationElements }: Operator) => activationElements,
    ]) {
      expect(sum(merged, of) / sum(whole, of)).toBeCloseTo(1, 12);
    }
  });

  it("are merged once for a step that is asked for again", () => {
    const whole = step("resnet50");
    expect(mergeAlike(whole)).toBe(mergeAlike(whole));
  });
});
