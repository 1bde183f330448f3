import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECK_CODES } from "../../src/check/codes.ts";
import { RULES } from "../../src/check/rules/all-rules.ts";
import { CODES, isCode } from "../../src/input/codes.ts";

const SOURCE = join(import.meta.dirname, "../../src");

/** Codes that the program's text names outside the table. */
function codesInUse(): Set<string> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith("codes.ts"),
  );
  const texts = files.map((file) => readFileSync(join(SOURCE, file), "utf8"));
  return new Set(
    texts.flatMap((text) => text.match(/"CS\d{4}"/g) ?? []).map((code) => code.slice(1, -1)),
  );
}

describe("the table of codes", () => {
  it("explains every code that the program gives, and no other", () => {
    const rules = RULES.map(({ code }) => code);
    const explained = [...Object.keys(CODES), ...Object.keys(CHECK_CODES), ...rules];
    expect([...codesInUse()].sort()).toEqual(explained.sort());
  });

  it("explains in whole sentences", () => {
    const unexplained = Object.entries({ ...CODES, ...CHECK_CODES }).filter(
      ([, { title, explanation }]) =>
        !/^(?:[a-z]|YAML)/.test(title) || !/^\S.*[.}]$/.test(explanation),
    );
    expect(unexplained).toEqual([]);
  });

  it("knows its codes", () => {
    expect(isCode("CS1101")).toBe(true);
    expect(isCode("CS9999")).toBe(false);
    expect(isCode("toString")).toBe(false);
  });
});
