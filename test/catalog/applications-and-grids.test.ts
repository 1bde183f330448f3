import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { MODEL_CHECKS } from "../../src/app/model-checks.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { readApplication } from "../../src/catalog/read-application.ts";
import { isMapping } from "../../src/catalog/read-figures.ts";
import { CRITERIA } from "../../src/decision/criteria/all-criteria.ts";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import { readWorkload } from "../../src/input/read-workload.ts";

const catalog = loadBuiltinCatalog();
const { applications = [], grids = [] } = catalog;

/** Values that scenario.application may have. */
function schemaApplications(): string[] {
  const path = join(packageRoot(), "schemas/workload.schema.json");
  let node: unknown = JSON.parse(readFileSync(path, "utf8"));
  for (const key of ["properties", "scenario", "properties", "application", "enum"]) {
    node = isMapping(node) ? node[key] : undefined;
  }
  return Array.isArray(node) ? node.map(String) : [];
}

describe("fields of use", () => {
  it("are those that a workload file may name", () => {
    const named = schemaApplications();
    expect(named.length).toBeGreaterThan(10);
    expect(applications.map(({ id }) => id).sort()).toEqual(named.toSorted());
  });

  it("weigh criteria that exist, each with a reason of its own", () => {
    const known = CRITERIA.map(({ id }) => id);
    for (const { weights } of applications) {
      for (const { criterion, reason } of weights) {
        expect(known).toContain(criterion);
        expect(reason).toMatch(/^[A-Z].{14,}\.$/u);
      }
      expect(new Set(weights.map(({ reason }) => reason)).size).toBe(weights.length);
    }
  });

  it("give no weight to what another criterion holds already", () => {
    const held = new Set(["unit-cost", "capital", "carbon", "supply", "accuracy"]);
    const weighed = applications.flatMap(({ weights }) => weights.map((entry) => entry.criterion));
    expect(weighed.filter((criterion) => held.has(criterion))).toEqual([]);
  });

  it("have the general weights for any other field", () => {
    const other = applications.find(({ id }) => id === "other");
    const points = Object.fromEntries(
      Object.entries(DEFAULT_WEIGHTS)
        .filter(([, weight]) => weight > 0)
        .map(([id, weight]) => [id, Math.round(weight * 100)]),
    );
    const written = other?.weights.map(({ criterion, weight }) => [criterion, weight]) ?? [];
    expect(Object.fromEntries(written)).toEqual(points);
  });

  it("must add up to 100", () => {
    const weights = { cost: { weight: 60, reason: "x" }, risk: { weight: 50, reason: "y" } };
    expect(() => readApplication({ id: "a", name: "A", weights })).toThrow(/add up to 110/u);
  });
});

describe("a workload without weights", () => {
  const read = (preferences: string) =>
    readWorkload(
      `scenario: {name: One, application: education, place: edge}
demand: {tasks: [{kind: inference, model: resnet50, rate: 5}]}
${preferences}
`,
      "w.yaml",
      knownNames(catalog),
      { readJson: () => ({ ok: false, message: "none" }), ...MODEL_CHECKS },
    );

  it("has those of its field of use", () => {
    // profiles/applications/education.yaml: cost 35 of 100, software 20.
    expect(read("")).toMatchObject({
      value: { weights: { cost: 0.35, software: 0.2, carbon: 0 }, weightsFrom: "application" },
    });
  });

  it("and one with weights has its own", () => {
    const reading = read("preferences: {weights: {cost: 1, carbon: 1}}");
    expect(reading).toMatchObject({ value: { weights: { cost: 0.5, carbon: 0.5, software: 0 } } });
    expect(reading.ok && reading.value.weightsFrom).toBeFalsy();
  });
});

describe("grids", () => {
  it("have each name once, a year and a source", () => {
    expect(new Set(grids.map(({ id }) => id)).size).toBe(grids.length);
    for (const { year, source } of grids) {
      expect(year).toBeGreaterThanOrEqual(2019);
      expect(source.length).toBeGreaterThan(10);
    }
  });

  // Ember's yearly review and the IEA agree on the order: coal countries above 500, hydro and nuclear ones under 150.
  it("lie where the fuel of the country puts them", () => {
    const of = (id: string) => grids.find((grid) => grid.id === id)?.gramsPerKilowattHour ?? NaN;
    for (const id of ["poland", "india", "south-africa", "australia"]) {
      expect(of(id)).toBeGreaterThan(500);
    }
    for (const id of ["norway", "sweden", "iceland", "france", "switzerland", "aws-eu-north-1"]) {
      expect(of(id)).toBeLessThan(150);
    }
    expect(of("world")).toBe(481);
  });
});
