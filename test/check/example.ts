import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import type { Stack } from "../../src/catalog/types.ts";
import type { Rule, RuleContext, RuleFinding } from "../../src/check/rules/rule.ts";
import { readSpec, type Spec } from "../../src/check/spec/read-spec.ts";

const EXAMPLES = join(packageRoot(), "profiles/checks");

/** The proposed chip of the worked example, which passes everything. */
export const EXAMPLE = readFileSync(join(EXAMPLES, "meridian-1.yaml"), "utf8");

export const catalog = loadBuiltinCatalog();

/** The example with some of its text replaced; each piece must be there. */
export function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the example has no "${from}"`);
    return text.replace(from, to);
  }, EXAMPLE);
}

export function specOf(text: string): Spec {
  const reading = readSpec(text, "chip.yaml", catalog);
  if (reading.ok) return reading.value;
  throw new Error(reading.diagnostics.map(({ message }) => message).join("; "));
}

/** Findings of one rule in a spec, without workloads unless some are given. */
export function findings(
  rule: Rule,
  text: string,
  intensities: RuleContext["intensities"] = [],
): readonly RuleFinding[] {
  const spec = specOf(text);
  const stacks: Stack[] = catalog.stacks.filter(({ id }) => spec.chip.stacks.includes(id));
  return rule.check({ spec, stacks, catalogue: catalog.chips, intensities });
}

/** Where the findings of one rule stand, as `path: message`. */
export function places(rule: Rule, text: string): string[] {
  return findings(rule, text).map(({ path }) => path.join("."));
}
