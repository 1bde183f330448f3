import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/check/rules/all-rules.ts";
import type { Rule } from "../../../src/check/rules/rule.ts";
import { chipFiles } from "../../catalog/chips-on-disk.ts";
import { catalog, specOf } from "../example.ts";

/** Findings in the catalogue that are true, with the reason. */
const KNOWN: Readonly<Record<string, string>> = {
  "cerebras-wse2 die-reticle": "a whole wafer, stitched",
  "cerebras-wse3 die-reticle": "a whole wafer, stitched",
};

/** Rules that compare with the spec's own extra keys say nothing here; missing figures are usual in a catalogue. */
const asked = (rule: Rule): boolean =>
  !["missing-figures", "power-density", "ridge-point"].includes(rule.id);

describe("rules of spec sanity on real chips", () => {
  const real = new Map(catalog.chips.map((chip) => [chip.id, chip]));

  it.each(RULES.filter(asked).map((rule) => [rule.id, rule] as const))(
    "%s finds nothing wrong with what is sold",
    (id, rule) => {
      const base = specOf("id: probe\nname: Probe\nextends: h100-sxm\n");
      const found = [...real.values()].flatMap((chip) => {
        const spec = { ...base, chip };
        const stacks = catalog.stacks.filter((stack) => chip.stacks.includes(stack.id));
        const context = { spec, stacks, catalogue: catalog.chips, intensities: [] };
        return rule.check(context).map(({ message }) => ({ name: `${chip.id} ${id}`, message }));
      });
      expect(found.filter(({ name }) => !(name in KNOWN))).toEqual([]);
    },
  );

  it("has the whole catalogue to ask", () => {
    expect(chipFiles().length).toBe(real.size);
  });
});

describe("the list of rules", () => {
  it("has stable, unique codes and names, and explains in whole sentences", () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^CS3\d{3}$/u.test(code))).toBe(true);
    for (const { explanation, title } of RULES) {
      expect(explanation).toMatch(/^\S.*\.$/u);
      expect(title).not.toMatch(/\.$/u);
    }
  });
});
