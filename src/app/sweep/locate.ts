import type { Diagnostic } from "../../input/diagnostic.ts";
import { OVER_FILE, spanOf } from "../../input/over/over-text.ts";
import { valueAt } from "../../input/over/place.ts";
import { formatPath } from "../../input/path.ts";
import type { WorkloadAxis } from "./axis.ts";

export interface ChosenValue {
  axis: WorkloadAxis;
  place: number;
}

/**
 * A fault of a workload with replaced values, told where the user wrote it: at the value or the word of the key on the command line
 * when an axis brought it in, else in the file.
 *
 * @param root the workload file before values were replaced
 */
export function locate(
  diagnostic: Diagnostic,
  chosen: readonly ChosenValue[],
  root: unknown,
): Diagnostic {
  for (const { axis, place } of chosen) {
    const { line, steps } = axis.over;
    if (isAtOrBelow(diagnostic.path, formatPath(axis.path))) {
      const piece = axis.values[place]?.piece;
      const last = steps.at(-1);
      // The reader speaks of the key itself where it does not know it.
      const spot = diagnostic.code === "CS1101" || diagnostic.code === "CS1107" ? last : piece;
      if (spot) return { ...diagnostic, file: OVER_FILE, ...spanOf(line, spot) };
    }
    // A heading on the way to the value that the file does not have came from the key.
    for (const [depth, step] of steps.entries()) {
      const path = axis.path.slice(0, depth + 1);
      if (diagnostic.path !== formatPath(path) || valueAt(root, path) !== undefined) continue;
      return { ...diagnostic, file: OVER_FILE, ...spanOf(line, step) };
    }
  }
  return diagnostic;
}

function isAtOrBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
