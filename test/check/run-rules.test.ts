import { describe, expect, it } from "vitest";
import type { Policy } from "../../src/check/policy/types.ts";
import { runRules } from "../../src/check/run-rules.ts";
import type { CheckEntry } from "../../src/check/types.ts";
import { catalog, EXAMPLE, edited, specOf } from "./example.ts";

const POLICY: Policy = { name: "none", file: null, extends: [], assertions: [], rules: {} };

function run(text: string, policy: Policy = POLICY): CheckEntry[] {
  const spec = specOf(text);
  return runRules({ spec, stacks: [], catalogue: catalog.chips, intensities: [] }, policy);
}

const failing = (text: string, policy?: Policy): unknown[] =>
  run(text, policy)
    .filter(({ status }) => status === "fail")
    .map(({ code, level, place }) => [code, level, place.line]);

const HOT = ["tdp: 450 W", "tdp: 1500 W"] as const;

describe("rules of spec sanity", () => {
  it("give one entry each when they find nothing", () => {
    const entries = run(EXAMPLE);
    expect(entries.every(({ status }) => status === "pass")).toBe(true);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
  });

  it("take their level from the policy", () => {
    expect(failing(edited(HOT))).toEqual([["CS3005", "warn", 40]]);
    const strict = { ...POLICY, rules: { CS3005: { level: "error", reason: "r" } } } as const;
    expect(failing(edited(HOT), strict)).toEqual([["CS3005", "error", 40]]);
    const off = { ...POLICY, rules: { CS3005: { level: "off", reason: "r" } } } as const;
    expect(failing(edited(HOT), off)).toEqual([]);
  });

  it("are suppressed on their line with a reason, which is kept", () => {
    const text = edited([
      "tdp: 450 W",
      "tdp: 1500 W # chipselect-ignore: CS3005 cold plate, see PKG-12",
    ]);
    expect(failing(text)).toEqual([]);
    expect(run(text).find(({ status }) => status === "suppressed")).toMatchObject({
      code: "CS3005",
      reason: "cold plate, see PKG-12",
    });
  });

  it("are not suppressed without a reason, nor from another line", () => {
    expect(failing(edited(["tdp: 450 W", "tdp: 1500 W # chipselect-ignore: CS3005"]))).toEqual([
      ["CS3005", "warn", 40],
      ["CS2050", "error", 40],
    ]);
    expect(
      failing(edited(HOT, ["idle: 90 W", "idle: 90 W # chipselect-ignore: CS3005 no"])),
    ).toEqual([
      ["CS3005", "warn", 40],
      ["CS2051", "warn", 41],
    ]);
  });

  it("report a suppression that has nothing left to suppress, or names no rule", () => {
    expect(
      failing(edited(["tdp: 450 W", "tdp: 450 W # chipselect-ignore: CS3005 was hot"])),
    ).toEqual([["CS2051", "warn", 40]]);
    expect(failing(edited(["tdp: 450 W", "tdp: 450 W # chipselect-ignore: CS2101 no"]))).toEqual([
      ["CS2051", "warn", 40],
    ]);
  });

  it("do not call a suppression stale whose rule the policy turns off", () => {
    const off = { ...POLICY, rules: { CS3005: { level: "off", reason: "r" } } } as const;
    const text = edited(["tdp: 450 W", "tdp: 450 W # chipselect-ignore: CS3005 was hot"]);
    expect(failing(text, off)).toEqual([]);
  });
});
