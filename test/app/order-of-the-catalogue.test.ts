import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluate } from "../../src/app/evaluate.ts";
import type { Catalog } from "../../src/catalog/types.ts";
import { exampleWorkload } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();

/** The same knowledge in the opposite order; the stacks of a chip keep theirs, which is one of preference. */
const REVERSED: Catalog = {
  ...catalog,
  chips: catalog.chips.toReversed(),
  models: catalog.models.toReversed(),
  systems: catalog.systems.toReversed(),
  stacks: catalog.stacks.toReversed(),
  families: catalog.families.toReversed(),
  cloudPrices: catalog.cloudPrices.toReversed(),
};

describe("the order of the catalogue", () => {
  it.each(["natural-language-services", "autonomous-driving", "medical-imaging"])(
    "never shows in the result of %s",
    (name) => {
      const workload = exampleWorkload(name, catalog);
      const result = evaluate(workload, catalog, { version: "0" });
      const reversed = evaluate(workload, REVERSED, { version: "0" });
      expect(reversed.candidates.map(({ id, score }) => [id, score])).toEqual(
        result.candidates.map(({ id, score }) => [id, score]),
      );
      expect(reversed.recommendation).toEqual(result.recommendation);
      expect(reversed.doubleCounting).toEqual(result.doubleCounting);
    },
  );
});

describe("a second chip like one that is there", () => {
  it("stands beside it and changes nobody else's score, nor the winner", () => {
    const workload = exampleWorkload("natural-language-services", catalog);
    const before = evaluate(workload, catalog, { version: "0" });
    const second = before.candidates.find(({ rank }) => rank === 2);
    const original = catalog.chips.find(({ id }) => id === second?.id);
    if (original === undefined) throw new Error("the example has a second candidate");
    const copy = { ...original, id: "zz-copy", name: "Copy" };
    const offers = catalog.cloudPrices
      .filter(({ chip }) => chip === original.id)
      .map((offer) => ({ ...offer, chip: copy.id }));
    const after = evaluate(
      workload,
      {
        ...catalog,
        chips: [...catalog.chips, copy],
        cloudPrices: [...catalog.cloudPrices, ...offers],
      },
      { version: "0" },
    );
    const scores = ({ candidates }: typeof before) =>
      Object.fromEntries(candidates.map(({ id, score }) => [id, score]));
    const { "zz-copy": copied, ...others } = scores(after);
    expect(others).toEqual(scores(before));
    expect(copied).toBe(second?.score);
    expect(after.recommendation?.id).toBe(before.recommendation?.id);
    // Neither is nowhere worse and somewhere better than the other.
    expect(after.candidates.find(({ id }) => id === copy.id)?.dominance?.by).not.toBe(original.id);
  });
});
