import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { sarifLog } from "../../../src/report/check/sarif.ts";
import { entry, hostileView, MIXED, view } from "./view.ts";

const FILE = join(import.meta.dirname, "../../fixtures/schemas/sarif-2.1.0-rtm.5.json");

/** The schema is written in draft-04, whose words that it uses mean the same in later ones. */
function validator() {
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(FILE, "utf8"));
  return new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    unicodeRegExp: false,
  }).compile(schema);
}

interface Log {
  runs: {
    tool: { driver: { rules: { id: string; defaultConfiguration: { level: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      baselineState?: string;
      suppressions?: { justification: string }[];
      partialFingerprints: Record<string, string>;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
    }[];
  }[];
}

const log = (...args: Parameters<typeof view>): Log =>
  JSON.parse(JSON.stringify(sarifLog(view(...args))));

describe("SARIF", () => {
  const isValid = validator();

  it.each([
    ["a mixed run", view(MIXED)],
    ["a run without findings", view([])],
    ["a hostile run", hostileView()],
  ])("of %s keeps the schema of SARIF 2.1.0", (_what, shown) => {
    const valid = isValid(JSON.parse(JSON.stringify(sarifLog(shown))));
    expect(isValid.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has a schema that can fail", () => {
    expect(isValid({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });

  it("has every finding with its rule, place and fingerprint, and what passes not at all", () => {
    const [run] = log(MIXED).runs;
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["CS2101", "error"],
      ["CS2103", "warning"],
      ["CS3005", "warning"],
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(run?.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "chips/meridian-1.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 37, startColumn: 14, endColumn: 22 },
    });
    expect(run?.results[1]?.baselineState).toBe("unchanged");
    expect(run?.results[2]?.suppressions).toEqual([
      { kind: "inSource", justification: "cold plate" },
    ]);
  });

  it("never has an empty address or a line before the first: GitHub refuses the whole upload", () => {
    const nowhere = entry({ place: { file: "", line: 0, column: 0, endColumn: 0 } });
    const [run] = log([nowhere]).runs;
    expect(run?.results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: "unknown" },
      region: { startLine: 1, startColumn: 1 },
    });
  });

  it("encodes addresses and keeps brackets from becoming links", () => {
    const odd = entry({
      message: "see [x](1)",
      help: null,
      place: { ...entry().place, file: "a b/c#d.yaml" },
    });
    const result = log([odd]).runs[0]?.results[0];
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("a%20b/c%23d.yaml");
    expect(result?.message.text).toBe("see \\[x\\](1)");
  });
});
