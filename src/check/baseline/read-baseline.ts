import validateBaseline from "../../generated/validate-baseline.js";
import type { Diagnostic, Reading } from "../../input/diagnostic.ts";
import { formatPath, parseJsonPointer } from "../../input/path.ts";
import type { Baseline } from "./types.ts";

/** Reads a baseline. Anything but a file that `--save-baseline` wrote is a fault, never an empty baseline. */
export function readBaseline(text: string, file: string): Reading<Baseline> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Unexpected/u, "unexpected") : "";
    return refused(file, `the baseline is not JSON: ${reason}`, placeOf(text, reason));
  }
  if (isBaseline(value)) return { ok: true, value, warnings: [] };
  const [error] = validateBaseline.errors ?? [];
  const path = formatPath(parseJsonPointer(error?.instancePath ?? ""));
  const at = path === "(document)" ? "" : ` at ${path}`;
  return refused(
    file,
    `the file is no baseline of chipselect${at} (${error?.keyword ?? "schema"})`,
  );
}

function isBaseline(value: unknown): value is Baseline {
  return validateBaseline(value);
}

function refused(file: string, message: string, at = { line: 1, column: 1 }): Reading<never> {
  const diagnostic: Diagnostic = {
    code: "CS2020",
    severity: "error",
    file,
    ...at,
    endColumn: at.column,
    path: "",
    message,
    help: "write it anew on the base branch with --save-baseline",
  };
  return { ok: false, diagnostics: [diagnostic] };
}

/** Newer engines name the position or the line; the first line otherwise. */
function placeOf(text: string, reason: string): { line: number; column: number } {
  const position = /position (\d+)/u.exec(reason)?.[1];
  if (position === undefined) return { line: 1, column: 1 };
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
