import validatePolicy from "../../generated/validate-policy.js";
import type { Diagnostic, Reading } from "../../input/diagnostic.ts";
import { isMapping, type Mapping } from "../../input/mapping.ts";
import { readYaml } from "../../input/read-yaml.ts";
import { sortDiagnostics } from "../../input/render-diagnostics.ts";
import { schemaDiagnostics } from "../../input/schema-diagnostics.ts";
import { diagnosticAt, type SourceDocument } from "../../input/source-document.ts";
import { didYouMean } from "../../input/suggest.ts";
import { findRule, RULES } from "../rules/all-rules.ts";
import { COMPARISON_KEYS, idOf, levelOf, names, readAssertion } from "./read-assertion.ts";
import { findMetric } from "../metrics/all-metrics.ts";
import type { Assertion, Policy, PolicyLoader, RuleLevel } from "./types.ts";

export interface PolicySources {
  /** Ids of the catalogue's chips. */
  chips: readonly string[];
  load: PolicyLoader;
}

interface Layer {
  name: string;
  extends: string[];
  /** By id, in order: what was written, and what it means. */
  assertions: Map<string, { written: Mapping; assertion: Assertion }>;
  rules: Record<string, RuleLevel>;
}

/**
 * Reads a policy and those that it extends. Own entries change inherited ones of the same id; every fault is reported with its
 * place, also those of the files that are extended.
 */
export function readPolicy(text: string, file: string, sources: PolicySources): Reading<Policy> {
  const diagnostics: Diagnostic[] = [];
  const layer = readLayer(text, file, sources, [file], diagnostics);
  if (layer === null || diagnostics.length > 0) {
    return { ok: false, diagnostics: sortDiagnostics(diagnostics) };
  }
  return {
    ok: true,
    warnings: [],
    value: {
      name: layer.name,
      file,
      extends: layer.extends,
      assertions: [...layer.assertions.values()].map(({ assertion }) => assertion),
      rules: layer.rules,
    },
  };
}

function readLayer(
  text: string,
  file: string,
  sources: PolicySources,
  chain: readonly string[],
  diagnostics: Diagnostic[],
): Layer | null {
  const yaml = readYaml(text, file);
  if (!yaml.ok) {
    diagnostics.push(...yaml.diagnostics);
    return null;
  }
  const document = yaml.value;
  if (!validatePolicy(document.value) || !isMapping(document.value)) {
    diagnostics.push(...schemaDiagnostics(document, validatePolicy.errors ?? []));
    return null;
  }
  const { value } = document;
  const layer: Layer = {
    name: typeof value["name"] === "string" ? value["name"] : file,
    extends: [],
    assertions: new Map(),
    rules: {},
  };
  readParents(document, value, layer, sources, chain, diagnostics);
  readRules(document, value, layer, diagnostics);
  readAssertions(document, value, layer, sources, diagnostics);
  return layer;
}

function readParents(
  document: SourceDocument,
  value: Mapping,
  layer: Layer,
  sources: PolicySources,
  chain: readonly string[],
  diagnostics: Diagnostic[],
): void {
  const written = value["extends"];
  const parents = names(written) ?? [];
  parents.forEach((name, index) => {
    const path = Array.isArray(written) ? ["extends", index] : ["extends"];
    const loaded = sources.load(name, document.file);
    if (!loaded.ok) {
      diagnostics.push(diagnosticAt(document, path, { code: "CS2002", ...loaded.diagnostic }));
      return;
    }
    if (chain.includes(loaded.file)) {
      const message = [...chain, loaded.file].join(" extends ");
      diagnostics.push(diagnosticAt(document, path, { code: "CS2012", message, help: null }));
      return;
    }
    const parent = readLayer(
      loaded.text,
      loaded.file,
      sources,
      [...chain, loaded.file],
      diagnostics,
    );
    if (parent === null) return;
    layer.extends.push(name, ...parent.extends);
    for (const [id, entry] of parent.assertions) layer.assertions.set(id, entry);
    Object.assign(layer.rules, parent.rules);
  });
}

function readRules(
  document: SourceDocument,
  value: Mapping,
  layer: Layer,
  diagnostics: Diagnostic[],
): void {
  if (!isMapping(value["rules"])) return;
  for (const [name, said] of Object.entries(value["rules"])) {
    const rule = findRule(name);
    if (rule === null) {
      const help = didYouMean(
        name,
        RULES.flatMap(({ code, id }) => [code, id]),
      );
      const message = `there is no rule "${name}"`;
      diagnostics.push(
        diagnosticAt(document, ["rules", name], { code: "CS2008", message, help }, "key"),
      );
    } else if (isMapping(said)) {
      layer.rules[rule.code] = { level: levelOf(said["level"]), reason: String(said["reason"]) };
    }
  }
}

function readAssertions(
  document: SourceDocument,
  value: Mapping,
  layer: Layer,
  { chips }: PolicySources,
  diagnostics: Diagnostic[],
): void {
  const own = new Set<string>();
  const entries: readonly unknown[] = Array.isArray(value["assertions"]) ? value["assertions"] : [];
  entries.forEach((written, index) => {
    if (!isMapping(written)) return;
    const path = ["assertions", index];
    const id = idOf(written, findMetric(String(written["metric"])));
    if (own.has(id)) {
      const message = `the id "${id}" is given twice`;
      const help = "give each assertion an id of its own";
      diagnostics.push(diagnosticAt(document, path, { code: "CS2007", message, help }));
      return;
    }
    own.add(id);
    const inherited = layer.assertions.get(id)?.written;
    if (inherited !== undefined && typeof written["reason"] !== "string") {
      const message = `"${id}" changes an assertion of ${layer.extends.join(", ")} and does not say why`;
      diagnostics.push(
        diagnosticAt(document, path, { code: "CS2005", message, help: "add reason: …" }),
      );
      return;
    }
    const whole = inherited === undefined ? written : changed(inherited, written);
    const assertion = readAssertion(whole, { document, path, chips, diagnostics });
    if (assertion !== null) layer.assertions.set(id, { written: whole, assertion });
  });
}

/** A new comparison takes the place of the old one; everything else is changed key by key. */
function changed(inherited: Mapping, written: Mapping): Mapping {
  const compares = COMPARISON_KEYS.some((key) => key in written);
  const kept = Object.entries(inherited).filter(
    ([key]) => !compares || !COMPARISON_KEYS.includes(key),
  );
  return { ...Object.fromEntries(kept), ...written };
}
