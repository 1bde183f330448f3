import type { Catalog } from "../../catalog/types.ts";
import type { Diagnostic } from "../../input/diagnostic.ts";
import { expandValue, type OverValue } from "../../input/over/expand-values.ts";
import { overDiagnostic, readOverText, type OverText } from "../../input/over/over-text.ts";
import { findPlace, multiplied, valueAt } from "../../input/over/place.ts";
import { shorten } from "../../units/read-number.ts";
import type { Axis } from "./axis.ts";
import { readChipAxis } from "./read-chip-axis.ts";

/**
 * The axes that `--over` options ask for, or every fault that shows without reading a workload: form, places that do not exist, chip
 * figures that are no figures. `root` is the parsed workload file.
 */
export function readAxes(
  options: readonly string[],
  root: unknown,
  catalog: Catalog,
): { axes: readonly Axis[]; diagnostics: readonly Diagnostic[] } {
  const axes: Axis[] = [];
  const diagnostics: Diagnostic[] = [];
  options.forEach((text, index) => {
    const reading = readOverText(text, index + 1);
    if (!reading.ok) {
      diagnostics.push(reading.diagnostic);
      return;
    }
    const { over } = reading;
    const values = expandAll(over, diagnostics);
    if (values.length === 0) return;
    const axis =
      over.steps[0]?.text === "chip"
        ? readChipAxis(over, values, catalog, diagnostics)
        : readWorkloadAxis(over, values, root, diagnostics);
    if (axis) axes.push(axis);
  });
  diagnostics.push(...overlaps(axes));
  return { axes, diagnostics };
}

function expandAll(over: OverText, diagnostics: Diagnostic[]): readonly OverValue[] {
  const values: OverValue[] = [];
  const shown = new Set<string>();
  for (const piece of over.values) {
    const expansion = expandValue(piece);
    if (!expansion.ok) {
      diagnostics.push(overDiagnostic(over.line, piece, expansion));
      continue;
    }
    for (const value of expansion.values) {
      const name = String(value.shown);
      if (shown.has(name)) {
        const message = `"${name}" stands twice on this axis`;
        diagnostics.push(overDiagnostic(over.line, piece, { message, help: "remove one of them" }));
        break;
      }
      shown.add(name);
      values.push(value);
    }
  }
  return values;
}

function readWorkloadAxis(
  over: OverText,
  values: readonly OverValue[],
  root: unknown,
  diagnostics: Diagnostic[],
): Axis | null {
  const place = findPlace(root, over.steps);
  if (!place.ok) {
    const { piece, message, help } = place;
    diagnostics.push(overDiagnostic(over.line, piece, { code: "CS1802", message, help }));
    return null;
  }
  const { path } = place;
  const relative = values.find(({ kind }) => kind === "factor");
  const written = valueAt(root, path);
  if (relative && multiplied(written, 1) === null) {
    diagnostics.push(
      overDiagnostic(over.line, relative.piece, {
        code: "CS1803",
        message: describeUnmultiplied(over.key, written),
        help: "give the values themselves",
        path,
      }),
    );
    return null;
  }
  return { key: over.key, over, values, target: "workload", path };
}

function describeUnmultiplied(key: string, written: unknown): string {
  if (written === undefined || written === null) {
    return `"${key}" is not in the file, so there is nothing to multiply`;
  }
  const shown = shorten(typeof written === "string" ? written : JSON.stringify(written));
  return `"${key}" is ${shown} in the file, which cannot be multiplied`;
}

/** Two axes that set the same place, or one a part of the other, would hide each other's values. */
function overlaps(axes: readonly Axis[]): Diagnostic[] {
  return axes.flatMap((axis, index) => {
    const earlier = axes.slice(0, index).find((other) => collide(axis, other));
    if (!earlier) return [];
    const { line, key } = axis.over;
    const message = `"${key}" sets what "${earlier.key}" sets already`;
    const help = "give all its values to one --over";
    return [overDiagnostic(line, { text: key, start: 0 }, { message, help })];
  });
}

function collide(axis: Axis, other: Axis): boolean {
  if (axis.target === "chip" && other.target === "chip") {
    return axis.field === other.field && axis.chips.some((id) => other.chips.includes(id));
  }
  if (axis.target !== "workload" || other.target !== "workload") return false;
  const shorter = Math.min(axis.path.length, other.path.length);
  return axis.path.slice(0, shorter).every((step, index) => step === other.path[index]);
}
