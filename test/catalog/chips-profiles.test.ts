import { describe, expect, it } from "vitest";
import { isRecalled } from "../../src/catalog/read-chip.ts";
import { chipFiles, sourceRegistry } from "./chips-on-disk.ts";

const files = chipFiles();
const registry = sourceRegistry();

describe("chip profiles", () => {
  it("are the 289 chips that the catalogue was compiled with, or more", () => {
    expect(files.length).toBeGreaterThanOrEqual(289);
  });

  it("have unique ids equal to their file names, in the folder of their class", () => {
    expect(new Set(files.map(({ chip }) => chip.id)).size).toBe(files.length);
    const misplaced = files.filter(
      ({ chip, stem, folder }) => chip.id !== stem || chip.class !== folder,
    );
    expect(misplaced.map(({ stem }) => stem)).toEqual([]);
  });

  it("have names that read as one in a list: commas only in brackets", () => {
    const torn = files.filter(({ chip }) => chip.name.replace(/\([^()]*\)/gu, "").includes(","));
    expect(torn.map(({ stem }) => stem)).toEqual([]);
  });

  it("begin with the line that gives editors the schema", () => {
    const first = "# yaml-language-server: $schema=../../../schemas/chip.schema.json";
    expect(files.filter(({ text }) => text.split("\n")[0] !== first)).toEqual([]);
  });

  it("name the end of what is no longer made with a source, after its first year and before today's prices", () => {
    const ended = files.filter(({ chip }) => chip.endOfSale !== undefined);
    expect(ended.length).toBeGreaterThan(60);
    const wrong = ended.filter(({ chip, provenance }) => {
      const source = provenance.find(({ field }) => field === "endOfSale")?.source ?? "";
      const end = chip.endOfSale ?? "";
      // Announced ends would need a date of today in the reader: see isDiscontinued.
      return source === "" || end < String(chip.year) || end > "2026-11";
    });
    expect(wrong.map(({ stem }) => stem)).toEqual([]);
  });

  it("name a family, a system and at least one software stack", () => {
    const incomplete = files.filter(
      ({ chip }) =>
        chip.stacks.length === 0 ||
        [chip.family, chip.system].some((id) => !/^[a-z0-9-]+$/.test(id)),
    );
    expect(incomplete.map(({ stem }) => stem)).toEqual([]);
    expect(files.filter(({ chip }) => chip.family === "unassigned")).toEqual([]);
  });
});

describe("every figure of a chip has a source", () => {
  it("lists each number of each chip once in its provenance, with a source and a confidence", () => {
    const offending = files.flatMap(({ chip, provenance }) => {
      const fields = provenance.map((entry) => entry.field);
      const missing = numericFields(chip).filter((field) => !fields.includes(field));
      const repeated = fields.filter((field, index) => fields.indexOf(field) !== index);
      const empty = provenance.filter(({ source }) => source.trim() === "");
      return [...missing, ...repeated, ...empty.map(({ field }) => field)].map(
        (field) => `${chip.id} ${field}`,
      );
    });
    expect(offending).toEqual([]);
    expect(files.flatMap(({ provenance }) => provenance).length).toBeGreaterThan(3000);
  });

  it("uses only registered codes or sentences that say where to look", () => {
    const sources = new Set(files.flatMap(({ document }) => sourcesOf(document)));
    const unknown = [...sources].filter((source) => {
      const code = source.replace(/ \(.*\)$/, "");
      return !registry.has(code) && source.length < 20;
    });
    expect(unknown).toEqual([]);
  });

  it("registers every code with a title, a place and a date", () => {
    expect(registry.size).toBeGreaterThan(30);
    const incomplete = [...registry].filter(([, { title, where, date }]) => {
      const described = [title, where].every((text) => typeof text === "string" && text.length > 3);
      return !described || !/^20\d\d(-\d\d){0,2}$/.test(String(date));
    });
    expect(incomplete).toEqual([]);
  });

  it("dates every price and rent", () => {
    const prices = files.flatMap(({ provenance }) =>
      provenance.filter(({ field }) => field === "priceUsd" || field === "rentUsdPerHour"),
    );
    expect(prices.length).toBeGreaterThan(150);
    expect(prices.filter(({ date }) => date === null)).toEqual([]);
  });

  it("says of derived peaks how they were derived", () => {
    const derived = files.flatMap(({ provenance }) =>
      provenance.filter(({ source }) => /^derived\b/.test(source)),
    );
    expect(derived.length).toBeGreaterThan(20);
    expect(derived.filter(({ note }) => note === null)).toEqual([]);
  });

  it("marks the chips as unverified whose figures are all recalled datasheets", () => {
    // The data's own notes count 93 such rows (shared notes, "Source codes").
    const unverified = files.filter(({ chip }) => !chip.verified);
    expect(unverified.length).toBeGreaterThanOrEqual(93);
    for (const { provenance } of unverified) {
      const ofFile = provenance.find(({ field }) => field === "year")?.source.split("; ") ?? [];
      expect(ofFile.filter((source) => !isRecalled(source))).toEqual([]);
    }
  });
});

function numericFields(value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const field = path === "" ? key : `${path}.${key}`;
    if (typeof child === "number") return [field];
    const isBranch = typeof child === "object" && child !== null && !Array.isArray(child);
    return isBranch ? numericFields(child, field) : [];
  });
}

/** Every `source` in a document, at any depth, as single entries. */
function sourcesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    if (key !== "source") return sourcesOf(child);
    return (Array.isArray(child) ? child : [child]).map(String);
  });
}
