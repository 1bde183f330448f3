import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/app/package-root.ts";
import { readPolicy } from "../../../src/check/policy/read-policy.ts";
import type { Policy } from "../../../src/check/policy/types.ts";
import type { Diagnostic } from "../../../src/input/diagnostic.ts";
import { catalog } from "../example.ts";

const chips = catalog.chips.map(({ id }) => id);

/** Files that other policies may extend. */
const FILES: Readonly<Record<string, string>> = {
  recommended: readFileSync(join(packageRoot(), "profiles/policies/recommended.yaml"), "utf8"),
  strict: readFileSync(join(packageRoot(), "profiles/policies/strict.yaml"), "utf8"),
  "a.yaml": "extends: ./b.yaml\nassertions: [{metric: die, atMost: 1 mm2}]\n",
  "b.yaml": "extends: ./a.yaml\n",
};

function read(
  text: string,
  file = "policy.yaml",
): { policy: Policy | null; faults: readonly Diagnostic[] } {
  const reading = readPolicy(text, file, {
    chips,
    load: (name) => {
      const key = name.replace("./", "");
      const found = FILES[key];
      return found === undefined
        ? { ok: false, diagnostic: { message: `no ${name}`, help: null } }
        : { ok: true, file: key, text: found };
    },
  });
  return reading.ok
    ? { policy: reading.value, faults: [] }
    : { policy: null, faults: reading.diagnostics };
}

const assertions = (lines: string): string => `assertions:\n${lines}`;

const places = (text: string): unknown[] =>
  read(text).faults.map(({ code, line, column }) => [code, line, column]);

describe("a policy", () => {
  it("says metric, comparison and level as data, with units", () => {
    const { policy } = read(
      assertions(`  - {metric: TPOT, percentile: 95, atMost: 40 ms, workload: chat}
  - {metric: cost per million tokens, atMost: {times: 0.8, bestOf: [h200-sxm, mi300x]}}
  - {metric: cost per million tokens, id: cap, atMost: 0.8 USD/M tokens, level: warn}
  - {metric: rank, atMost: 2, with: {metric: acceptability, atLeast: 0.6}}
  - {metric: utilization, atLeast: 45 %}
  - {metric: die, atMost: 800 mm2}
  - {metric: TPP, below: 4800}
  - {metric: everyCriterion, noWorseThan: baseline, tolerance: 2 %, level: off}
`),
    );
    expect(policy?.assertions.map(({ id, level, comparison }) => [id, level, comparison])).toEqual([
      [
        "timePerOutputToken.chat",
        "error",
        { operator: "atMost", amount: { kind: "figure", value: 0.04 } },
      ],
      [
        "costPerMillionTokens",
        "error",
        {
          operator: "atMost",
          amount: { kind: "chips", times: 0.8, pick: "best", ids: ["h200-sxm", "mi300x"] },
        },
      ],
      ["cap", "warn", { operator: "atMost", amount: { kind: "figure", value: 0.8 } }],
      ["rank", "error", { operator: "atMost", amount: { kind: "figure", value: 2 } }],
      ["utilisation", "error", { operator: "atLeast", amount: { kind: "figure", value: 0.45 } }],
      ["dieArea", "error", { operator: "atMost", amount: { kind: "figure", value: 800 } }],
      [
        "totalProcessingPerformance",
        "error",
        { operator: "below", amount: { kind: "figure", value: 4800 } },
      ],
      [
        "everyCriterion",
        "off",
        { operator: "noWorseThan", amount: { kind: "baseline", times: 1 }, tolerance: 0.02 },
      ],
    ]);
    expect(policy?.assertions[3]?.with?.metric.id).toBe("rankAcceptability");
  });

  it("refuses unknown metrics with the nearest name, at their place", () => {
    const { faults } = read(assertions("  - metric: utilsation\n    atLeast: 45 %\n"));
    expect(faults).toMatchObject([
      { code: "CS2001", line: 2, column: 13, help: expect.stringContaining('"utilisation"') },
    ]);
  });

  it.each([
    ["a wrong unit", "  - {metric: TPOT, atMost: 40 W}\n", "CS1201"],
    ["nothing to compare with", "  - {metric: TPOT}\n", "CS2004"],
    ["two comparisons", "  - {metric: TPOT, atMost: 1 s, below: 2 s}\n", "CS2004"],
    ["a chip that is not known", "  - {metric: TPOT, atMost: {of: h200}}\n", "CS1302"],
    ["a reference without a chip", "  - {metric: TPOT, atMost: {times: 2}}\n", "CS2004"],
    ["no better way", "  - {metric: TPP, noWorseThan: baseline}\n", "CS2006"],
    ["a percentile of no latency", "  - {metric: power, percentile: 95, atMost: 1 kW}\n", "CS2009"],
    [
      "a workload of a figure of the chip",
      "  - {metric: die, workload: chat, atMost: 1 mm2}\n",
      "CS2009",
    ],
    ["a figure for every criterion", "  - {metric: everyCriterion, atMost: 1}\n", "CS2004"],
    ["a row without its metric", "  - {metric: TPOT, row: r1, atMost: 1 s}\n", "CS2009"],
    [
      "an id given twice",
      "  - {metric: die, atMost: 1 mm2}\n  - {metric: die, atMost: 2 mm2}\n",
      "CS2007",
    ],
    ["a key that no assertion has", "  - {metric: die, atMst: 1 mm2}\n", "CS1101"],
    ["a level that is none", "  - {metric: die, atMost: 1 mm2, level: fatal}\n", "CS1104"],
  ])("refuses %s", (_what, lines, code) => {
    expect(read(assertions(lines)).faults.map((fault) => fault.code)).toEqual([code]);
  });

  it("finds every fault in one run", () => {
    expect(
      places(
        assertions("  - {metric: TPOT, atMost: 40 W}\n  - {metric: utilsation, atLeast: 45 %}\n"),
      ),
    ).toEqual([
      ["CS1201", 2, 28],
      ["CS2001", 3, 14],
    ]);
  });
});

describe("a policy that extends another", () => {
  it("keeps what it does not change", () => {
    const { policy } = read("extends: strict\nname: mine\n");
    expect(policy?.extends).toEqual(["strict", "recommended"]);
    expect(policy?.assertions.map(({ id }) => id)).toEqual([
      "limits",
      "no-regression",
      "as-promised",
      "some-headroom",
    ]);
    expect(policy?.rules["CS3005"]?.level).toBe("error");
  });

  it("changes an assertion by its id, key by key, and gives the reason", () => {
    const { policy } = read(
      "extends: recommended\nassertions: [{id: limits, level: warn, reason: a study}]\n",
    );
    expect(policy?.assertions[0]).toMatchObject({
      id: "limits",
      level: "warn",
      reason: "a study",
      comparison: { operator: "atMost" },
    });
    expect(places("extends: recommended\nassertions: [{id: limits, level: warn}]\n")).toEqual([
      ["CS2005", 2, 14],
    ]);
  });

  it("replaces the comparison as a whole", () => {
    const { policy } = read(
      "extends: recommended\nassertions: [{id: as-promised, above: 95 %, reason: r}]\n",
    );
    expect(policy?.assertions[2]?.comparison).toMatchObject({ operator: "above" });
  });

  it("sets levels of rules by code or name, with a reason", () => {
    const { policy } = read("rules: {die-reticle: {level: off, reason: wafer scale}}\n");
    expect(policy?.rules).toEqual({ CS3004: { level: "off", reason: "wafer scale" } });
    expect(places("rules: {die-reticle: {level: off}}\n")).toEqual([["CS1102", 1, 9]]);
    expect(places("rules: {die-recticle: {level: off, reason: r}}\n")).toEqual([["CS2008", 1, 9]]);
  });

  it("is refused when it extends nothing that exists, or itself", () => {
    expect(places("extends: recomended\n")).toEqual([["CS2002", 1, 10]]);
    expect(read(FILES["a.yaml"] ?? "", "a.yaml").faults[0]?.code).toBe("CS2012");
  });
});

describe("the presets", () => {
  it.each(["recommended", "strict"])("%s gives a reason for everything that it says", (name) => {
    const { policy } = read(FILES[name] ?? "", name);
    for (const { reason } of policy?.assertions ?? []) expect(reason).toMatch(/^[A-Z].*\.$/u);
    for (const { reason } of Object.values(policy?.rules ?? {}))
      expect(reason).toMatch(/^[A-Z].*\.$/u);
    expect(policy?.assertions.length).toBeGreaterThan(2);
  });
});
