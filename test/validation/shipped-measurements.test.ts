import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { isMapping } from "../../src/input/mapping.ts";
import { readNaming } from "../../src/validation/naming.ts";
import { readMeasurements } from "../../src/validation/read-measurements.ts";
import type { ValidatedRow } from "../../src/validation/types.ts";
import { validate } from "../../src/validation/validate.ts";

const FOLDER = join(packageRoot(), "profiles/measurements");

/** Rows by file, as counted in the README of the collection. */
const FILES: Readonly<Record<string, number>> = {
  "llm-inference": 2411,
  "serving-points": 1600,
  "vision-and-encoder-inference": 1298,
  training: 1192,
  operators: 934,
};

const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");
const files = Object.keys(FILES).map((name) => ({
  name,
  ...readMeasurements(read(`${name}.csv`), `${name}.csv`),
}));
const rows = files.flatMap((file) => file.rows);
const naming = readNaming(parse(read("frameworks.yaml")));
const exclusions = readExclusions(parse(read("exclusions.yaml")));
const catalog = loadBuiltinCatalog();
const result = validate(rows, catalog, { version: "test", naming, exclusions });

function readExclusions(document: unknown): { id: string; reason: string }[] {
  const list: unknown = isMapping(document) ? document["rows"] : null;
  if (!Array.isArray(list)) throw new Error("exclusions.yaml has no rows");
  return list
    .filter(isMapping)
    .map(({ id, reason }) => ({ id: String(id), reason: String(reason) }));
}

describe("the measurements that ship", () => {
  it.each(files)("$name.csv is read whole", ({ name, rows: found, problems }) => {
    expect(problems).toEqual([]);
    expect(found).toHaveLength(FILES[name] ?? 0);
  });

  it("have the sets that their files are named for", () => {
    const sets = files.map(({ rows: found }) => [...new Set(found.map(({ set }) => set))]);
    expect(sets).toEqual([
      ["llm-inference"],
      ["serving-points"],
      ["vision"],
      ["training"],
      ["operators"],
    ]);
  });
});

describe("names", () => {
  const ids = {
    stacks: new Set(catalog.stacks.map(({ id }) => id)),
    chips: new Set(catalog.chips.map(({ id }) => id)),
    models: new Set(catalog.models.map(({ id }) => id)),
  };

  it("lead to things that the catalogue has", () => {
    // "now>before" names the stack of today and that of an older release.
    const patterns = Object.values(naming.frameworks).flatMap(({ stacks }) =>
      stacks.flatMap((stack) => stack.split(">")),
    );
    const has = (name: string): boolean =>
      name.endsWith("*")
        ? [...ids.stacks].some((id) => id.startsWith(name.slice(0, -1)))
        : ids.stacks.has(name);
    expect(patterns.filter((name) => !has(name))).toEqual([]);
    expect(Object.values(naming.chips).filter((id) => !ids.chips.has(id))).toEqual([]);
    expect(Object.values(naming.models).filter((id) => !ids.models.has(id))).toEqual([]);
  });

  it("stand in some row, so that none is left over", () => {
    const printed = (column: string) => new Set(rows.map(({ fields }) => fields[column] ?? ""));
    const [chips, models] = [printed("chip"), printed("model")];
    expect(Object.keys(naming.chips).filter((name) => !chips.has(name))).toEqual([]);
    // "X cut to N layers" names the whole X.
    const whole = new Set([...models].map((name) => name.split(" cut to ")[0] ?? ""));
    expect(
      Object.keys(naming.models).filter((name) => !models.has(name) && !whole.has(name)),
    ).toEqual([]);
  });
});

describe("exclusions", () => {
  it("are few, each of a row that exists and with a reason", () => {
    // Half of them are the all-reduces across nodes of one collection, whose network is not stated.
    expect(exclusions.length).toBeLessThan(rows.length / 50);
    expect(result.exclusions).toHaveLength(exclusions.length);
    expect(exclusions.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe("coverage", () => {
  const counted = result.rows.filter(
    ({ grade, excluded }) => (grade === "A" || grade === "B") && excluded === null,
  );
  const unknown = /not in the catalogue/u;

  it.each(["llm-inference", "serving-points", "vision", "training", "operators"])(
    "%s: at least 95 % of the rows whose chip and model the catalogue has",
    (set) => {
      const known = counted.filter((one) => one.set === set && !unknown.test(one.skipped ?? ""));
      const predicted = known.filter((one) => one.predicted !== null);
      expect(predicted.length / known.length).toBeGreaterThanOrEqual(0.95);
    },
  );

  it("every row is predicted or has a reason, and every prediction is a positive number", () => {
    expect(result.rows).toHaveLength(rows.length);
    const sound = ({ predicted, skipped, errorFactor }: ValidatedRow): boolean =>
      predicted === null
        ? (skipped ?? "") !== ""
        : skipped === null && predicted > 0 && Number.isFinite(errorFactor);
    expect(result.rows.filter((one) => !sound(one))).toEqual([]);
  });
});

describe("physics", () => {
  it("no batch-1 decode row is predicted above its chip's bandwidth", () => {
    const bandwidth = new Map(
      catalog.chips.map(({ id, memory }) => [id, memory.bandwidthBytesPerSecond]),
    );
    const parameters = new Map(
      catalog.models.map(({ id, activeParameters }) => [id, activeParameters]),
    );
    const byId = new Map(rows.map((row) => [row.id, row.fields]));
    const above = result.rows.filter((one) => {
      const fields = byId.get(one.id) ?? {};
      const bits = /= ([\d.]+) bits\/weight/u.exec(fields["note"] ?? "")?.[1];
      if (one.metric !== "decode_tokens_per_s" || fields["batch"] !== "1") return false;
      if (fields["chips"] !== "1" || one.predicted === null || bits === undefined) return false;
      // Embedding rows are looked up, not read: up to a fifth of a small model.
      const bytes = (0.75 * (parameters.get(one.model) ?? 0) * Number(bits)) / 8;
      return one.predicted * bytes > (bandwidth.get(one.chip) ?? Number.POSITIVE_INFINITY);
    });
    expect(above.map(({ id }) => id)).toEqual([]);
  });
});
