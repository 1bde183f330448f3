import validateWorkload from "../generated/validate-workload.js";
import type { Diagnostic, Reading } from "./diagnostic.ts";
import type { KnownNames, WorkloadSources } from "./known-names.ts";
import { lineFinder, type LineOf } from "./line-finder.ts";
import { isMapping } from "./mapping.ts";
import { readYaml } from "./read-yaml.ts";
import { sortDiagnostics } from "./render-diagnostics.ts";
import { schemaDiagnostics } from "./schema-diagnostics.ts";
import { about } from "./file-errors.ts";
import type { SourceDocument } from "./source-document.ts";
import { PLACES } from "./workload-types.ts";
import type { Workload } from "./workload-types.ts";
import { BOUNDS } from "./workload/bounds.ts";
import { choiceAt, fieldsAt, pathOf, report, textAt } from "./workload/context.ts";
import type { Context, Fields } from "./workload/context.ts";
import { quantityAt } from "./workload/quantity-at.ts";
import { readBudget } from "./workload/read-budget.ts";
import { readConstraints } from "./workload/read-constraints.ts";
import { readScalability } from "./workload/read-scalability.ts";
import { readTasks } from "./workload/read-task.ts";
import { readValues } from "./workload/read-values.ts";
import { readWeights } from "./workload/read-weights.ts";

const NO_FILES: WorkloadSources = {
  readJson: () => ({ ok: false, message: "files cannot be read here" }),
};

/**
 * Reads a workload file: YAML, schema, units, names and contradictions. Finds all faults of the file in one run, each
 * with its place; on success every default is filled in, every quantity is in SI units, and `lineOf` tells where a clause stands.
 *
 * @param file name for messages.
 * @param sources how to read the files that the workload names; without it such references are faults.
 */
export function readWorkload(
  text: string,
  file: string,
  known: KnownNames,
  sources: WorkloadSources = NO_FILES,
): Reading<Workload> & { lineOf?: LineOf } {
  const yaml = readYaml(text, file);
  return yaml.ok ? readWorkloadDocument(yaml.value, known, sources) : yaml;
}

/** The same of a document that is parsed already, such as one with some of its values replaced. */
export function readWorkloadDocument(
  document: SourceDocument,
  known: KnownNames,
  sources: WorkloadSources = NO_FILES,
): Reading<Workload> & { lineOf?: LineOf } {
  if (!isMapping(document.value)) {
    const help = "a workload starts with the keys scenario: and demand:";
    const message = "the file holds no mapping of keys to values";
    return { ok: false, diagnostics: [about(document.file, "CS1103", message, help)] };
  }
  const diagnostics: Diagnostic[] = schemaErrors(document);
  const context: Context = { document, known, sources, diagnostics };
  const workload = readSections(context, { path: [], values: document.value });
  const sorted = sortDiagnostics(diagnostics);
  return sorted.some(({ severity }) => severity === "error")
    ? { ok: false, diagnostics: sorted }
    : { ok: true, value: workload, warnings: sorted, lineOf: lineFinder(document) };
}

function schemaErrors(document: SourceDocument): Diagnostic[] {
  return validateWorkload(document.value)
    ? []
    : schemaDiagnostics(document, validateWorkload.errors ?? []);
}

function readSections(context: Context, root: Fields): Workload {
  const scenario = fieldsAt(root, "scenario");
  const tasks = readTasks(context, fieldsAt(root, "demand"));
  const budgetFields = fieldsAt(root, "budget");
  const budget = readBudget(context, budgetFields, tasks);
  const application = textAt(scenario, "application") ?? "other";
  const place = choiceAt(scenario, "place", PLACES, "cloud");
  if (budget.ownership === "rent" && (place === "vehicle" || place === "device")) {
    report(context, pathOf(budgetFields, "ownership"), {
      code: "CS1412",
      message: `a chip built into a ${place} cannot be rented`,
      help: "set ownership: own",
    });
  }
  return {
    name: textAt(scenario, "name") ?? "",
    application,
    description: textAt(scenario, "description"),
    place,
    sites: quantityAt(context, scenario, "sites", BOUNDS.sites, { things: ["other"] }) ?? 1,
    tasks,
    budget,
    scalability: readScalability(context, fieldsAt(root, "scalability"), budget, tasks, place),
    constraints: readConstraints(context, fieldsAt(root, "constraints")),
    ...readWeights(context, fieldsAt(root, "preferences"), application),
    ...readValues(context, fieldsAt(root, "preferences")),
  };
}
