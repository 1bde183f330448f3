import validateMatrix from "../../generated/validate-matrix.js";
import type { Diagnostic, Reading } from "../diagnostic.ts";
import { about } from "../file-errors.ts";
import { isMapping } from "../mapping.ts";
import { readYaml } from "../read-yaml.ts";
import { sortDiagnostics } from "../render-diagnostics.ts";
import { schemaDiagnostics } from "../schema-diagnostics.ts";
import { fieldsAt, report, textAt, type Fields } from "../workload/context.ts";
import {
  entriesAt,
  idsOf,
  numberAt,
  type MatrixContext,
  type MatrixNames,
} from "./matrix-context.ts";
import type { Matrix, MatrixAlternative, MatrixCell, MatrixCriterion } from "./matrix-types.ts";
import { askedAt } from "./read-asked.ts";
import { readCell, readWritten } from "./read-cells.ts";
import { readCriterion, type ReadCriterion } from "./read-criteria.ts";
import { readRobustness } from "./read-robustness.ts";
import { readStatedWeights } from "./read-stated-weights.ts";

/** Scores nearer to the first than this are too close to call when the file says nothing. */
const NEAR_TIE = 0.01;

/**
 * Reads a matrix file: YAML, schema, names, value functions, weights and uncertainty. Finds all faults in one run, each with
 * its place; on success every default is filled in.
 *
 * @param file name for messages
 */
export function readMatrix(text: string, file: string, known: MatrixNames): Reading<Matrix> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const document = yaml.value;
  if (!isMapping(document.value)) {
    const help = "a matrix has the keys name:, criteria: and alternatives:";
    const message = "the file holds no mapping of keys to values";
    return { ok: false, diagnostics: [about(file, "CS1103", message, help)] };
  }
  const diagnostics: Diagnostic[] = validateMatrix(document.value)
    ? []
    : schemaDiagnostics(document, validateMatrix.errors ?? []);
  // What the schema finds wrong is read as absent, and would be reported a second time under another name.
  if (diagnostics.length > 0) return { ok: false, diagnostics: sortDiagnostics(diagnostics) };
  const context: MatrixContext = { document, diagnostics, known };
  const matrix = readSections(context, { path: [], values: document.value });
  const sorted = sortDiagnostics(diagnostics);
  return sorted.some(({ severity }) => severity === "error")
    ? { ok: false, diagnostics: sorted }
    : { ok: true, value: matrix, warnings: sorted };
}

function readSections(context: MatrixContext, root: Fields): Matrix {
  const criteriaFields = entriesAt(root, "criteria");
  const alternativeFields = entriesAt(root, "alternatives");
  const names = {
    criteria: idsOf(context, criteriaFields, "criteria"),
    alternatives: idsOf(context, alternativeFields, "alternatives"),
  };
  const read = criteriaFields.map((fields) =>
    readCriterion(context, fields, alternativeFields.length),
  );
  const written = alternativeFields.map((fields) =>
    readWritten(context, fields, read, names.criteria),
  );
  const criteria = read.map((criterion, j): MatrixCriterion => ({
    ...criterion,
    errors: criterion.errors ?? errorsOf(written.map((row) => row[j]?.value)),
  }));
  const alternatives = alternativeFields.map((fields, i): MatrixAlternative => {
    const cells = criteria.map(({ errors }, j): MatrixCell => {
      const cell = written[i]?.[j];
      return cell === undefined ? { value: null, deviation: 0 } : readCell(context, cell, errors);
    });
    const id = textAt(fields, "id") ?? "";
    return { id, name: textAt(fields, "name") ?? id, cells };
  });
  checkLogRanges(context, read, written);
  const weights = fieldsAt(root, "weights");
  return {
    name: textAt(root, "name") ?? "",
    description: textAt(root, "description"),
    source: textAt(root, "source"),
    criteria,
    alternatives,
    weights: readStatedWeights(context, root, criteriaFields, names.criteria),
    compare: askedAt(context, weights, "compare", context.known.comparisons),
    methods: askedAt(context, root, "methods", context.known.methods),
    nearTie: numberAt(root, "nearTie") ?? NEAR_TIE,
    robustness: readRobustness(context, root, criteria, names),
  };
}

/** Figures that are all above 0 are off by factors, as prices and rates are; others by amounts. */
function errorsOf(column: readonly unknown[]): "relative" | "absolute" {
  const figures = column.map(figureOf).filter((figure) => figure !== null);
  return figures.every((figure) => figure > 0) ? "relative" : "absolute";
}

function figureOf(written: unknown): number | null {
  const value = isMapping(written) ? written["value"] : written;
  return typeof value === "number" ? value : null;
}

/** Nothing at or below 0 has a place on a log range. */
function checkLogRanges(
  context: MatrixContext,
  criteria: readonly ReadCriterion[],
  written: readonly ReturnType<typeof readWritten>[],
): void {
  for (const row of written) {
    for (const [j, { path, value }] of row.entries()) {
      const figure = figureOf(value);
      if (criteria[j]?.shape?.kind !== "log" || figure === null || figure > 0) continue;
      const message = `${figure} has no place on a log range`;
      report(context, path, {
        code: "CS1603",
        message,
        help: "use a linear range, or a figure above 0",
      });
    }
  }
}
