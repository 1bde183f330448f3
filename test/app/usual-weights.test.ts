import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluate } from "../../src/app/evaluate.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { checkExpectation, exampleWorkload, readExpectations } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();
const { criteria, defaultWeights = {} } = knownNames(catalog);

/**
 * The examples state their own weights. With the usual ones of their field of use, an expert would still accept the first:
 * it is of the class that he expects, and none that he would not have there stands in front.
 */
describe("the usual weights of a field of use", () => {
  it.each(readExpectations().map((expectation) => [expectation.workload, expectation] as const))(
    "recommend for %s what an expert accepts",
    (name, expectation) => {
      const workload = exampleWorkload(name, catalog);
      const usual = defaultWeights[workload.application] ?? {};
      const weights = Object.fromEntries(criteria.map((id) => [id, (usual[id] ?? 0) / 100]));
      const result = evaluate({ ...workload, weights }, catalog, { version: "0" });
      const checks = checkExpectation(expectation, result, catalog.chips);
      const known = new Set((expectation.knownMisses ?? []).map(({ what }) => what));
      const missed = checks.filter(
        ({ label, holds }) =>
          !holds && !known.has(label) && (label === "bestClass" || label.startsWith("notTop")),
      );
      expect(missed).toEqual([]);
    },
  );
});
