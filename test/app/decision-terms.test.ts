import { describe, expect, it } from "vitest";
import { findTerm, TERMS } from "../../src/app/terms.ts";
import { METHODS } from "../../src/decision/methods/all-methods.ts";
import { COMPARISONS, ELICITATIONS } from "../../src/decision/weights/all-weights.ts";

describe("what `chipselect explain` knows of decisions", () => {
  it.each(METHODS.map((method) => [method.id, method] as const))(
    "method %s, with the sources of definition and test",
    (id, { definition, testedOn, formula }) => {
      const term = findTerm(id);
      expect(term).toMatchObject({ kind: "method", formula });
      expect(term?.text).toContain(definition);
      expect(term?.text).toContain(testedOn);
    },
  );

  it.each([...ELICITATIONS, ...COMPARISONS].map((unit) => [unit.id, unit] as const))(
    "weights %s, by their own name and by that of the file",
    (id, { definition, testedOn }) => {
      for (const name of [id, `${id} weights`]) {
        const term = findTerm(name);
        expect(term?.kind).toBe("weights");
        expect(term?.text).toContain(definition);
        expect(term?.text).toContain(testedOn);
      }
    },
  );

  it.each([
    "SMAA-2",
    "rank acceptability",
    "central weights",
    "confidence factor",
    "pairwise winning index",
    "weight interval",
    "rank reversal",
    "tornado",
    "Kendall",
    "Spearman",
    "WS",
  ])("figure of robustness %s", (name) => {
    expect(findTerm(name)?.kind).toBe("robustness");
  });

  it("no two terms of decisions share a name", () => {
    const kinds = new Set(["method", "weights", "robustness"]);
    const names = TERMS.filter(({ kind }) => kinds.has(kind)).flatMap(({ id, aliases }) => [
      ...new Set([id, ...aliases].map((name) => name.toLowerCase())),
    ]);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  });
});
