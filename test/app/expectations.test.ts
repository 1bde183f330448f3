import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { checkExpectation, evaluateExample, readExpectations } from "../support/expectations.ts";

/**
 * What an expert expects of each example workload, with the evidence in the file (test/fixtures/expectations.yaml). Its
 * `measured` entries are compared when the parameters are fitted, not here.
 */
const expectations = readExpectations();
const catalog = loadBuiltinCatalog();

describe("the ranking of the example workloads", () => {
  it("is expected for every example", () => {
    const examples = readdirSync(join(packageRoot(), "profiles/workloads"));
    const names = examples.map((file) => file.replace(/\.yaml$/, ""));
    expect(expectations.map(({ workload }) => workload).sort()).toEqual(names.sort());
  });

  it.for(expectations.map((expectation) => [expectation.workload, expectation] as const))(
    "%s is what an expert expects, but for the known misses",
    async ([name, expectation], { annotate }) => {
      const checks = checkExpectation(expectation, evaluateExample(name, catalog), catalog.chips);
      expect(checks.length).toBeGreaterThan(5);
      const misses = expectation.knownMisses ?? [];
      for (const { what, why } of misses) await annotate(`${name} misses: ${what} (${why})`);
      const known = misses.map(({ what }) => what);
      const missed = checks.filter(({ holds }) => !holds);
      const unexpected = missed.filter(({ label }) => !known.includes(label));
      expect(unexpected, "expectations that the ranking misses").toEqual([]);
      // A known miss that is met, or whose label names no check, must leave the file.
      expect(missed.map(({ label }) => label)).toEqual(expect.arrayContaining(known));
    },
  );
});
