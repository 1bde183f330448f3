import validatePolicyTest from "../../generated/validate-policy-test.js";
import type { Diagnostic, Reading } from "../../input/diagnostic.ts";
import { isMapping, type Mapping } from "../../input/mapping.ts";
import type { Path } from "../../input/path.ts";
import { readYaml } from "../../input/read-yaml.ts";
import { schemaDiagnostics } from "../../input/schema-diagnostics.ts";
import { diagnosticAt, type SourceDocument } from "../../input/source-document.ts";
import { didYouMean } from "../../input/suggest.ts";
import { parseQuantity } from "../../units/quantity.ts";
import { findMetric, METRIC_NAMES } from "../metrics/all-metrics.ts";
import type { GivenFigures, PolicyTest, PolicyTestFile } from "./policy-test.ts";

/** Reads tests of a policy; figures are quantities in the dimension of their metric. */
export function readPolicyTest(text: string, file: string): Reading<PolicyTestFile> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const document = yaml.value;
  if (!validatePolicyTest(document.value) || !isMapping(document.value)) {
    return { ok: false, diagnostics: schemaDiagnostics(document, validatePolicyTest.errors ?? []) };
  }
  const diagnostics: Diagnostic[] = [];
  const entries: readonly unknown[] = Array.isArray(document.value["tests"])
    ? document.value["tests"]
    : [];
  const tests = entries.flatMap((entry, index) =>
    isMapping(entry) ? [readTest(entry, document, ["tests", index], diagnostics)] : [],
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const policyPlace = { file, ...document.spanOf(["policy"]) };
  const value = { policy: String(document.value["policy"]), policyPlace, tests };
  return { ok: true, value, warnings: [] };
}

function readTest(
  entry: Mapping,
  document: SourceDocument,
  path: Path,
  diagnostics: Diagnostic[],
): PolicyTest {
  const figures = (value: unknown, at: Path): GivenFigures =>
    isMapping(value) ? readFigures(value, document, at, diagnostics) : {};
  const chips = isMapping(entry["chips"]) ? Object.entries(entry["chips"]) : [];
  const { workload } = entry;
  return {
    name: String(entry["name"]),
    given: figures(entry["given"], [...path, "given"]),
    chips: Object.fromEntries(
      chips.map(([id, value]) => [id, figures(value, [...path, "chips", id])]),
    ),
    baseline: isMapping(entry["baseline"])
      ? figures(entry["baseline"], [...path, "baseline"])
      : null,
    workload: typeof workload === "string" ? workload : null,
    fails: Array.isArray(entry["fails"]) ? entry["fails"].map(String) : null,
    passes: Array.isArray(entry["passes"]) ? entry["passes"].map(String) : [],
    place: { file: document.file, ...document.spanOf([...path, "name"]) },
  };
}

function readFigures(
  written: Mapping,
  document: SourceDocument,
  path: Path,
  diagnostics: Diagnostic[],
): GivenFigures {
  const figures: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(written)) {
    const at = [...path, name];
    const metric = findMetric(name);
    if (metric === null) {
      const help = didYouMean(name, METRIC_NAMES);
      const message = `there is no metric "${name}"`;
      diagnostics.push(diagnosticAt(document, at, { code: "CS2001", message, help }, "key"));
    } else if (typeof value === "string" || typeof value === "number") {
      const reading = parseQuantity(value, metric.dimension);
      if (reading.ok) figures[metric.id] = reading.value;
      else {
        const { message, help } = reading;
        diagnostics.push(diagnosticAt(document, at, { code: "CS1201", message, help }));
      }
    } else {
      figures[metric.id] = null;
    }
  }
  return figures;
}
