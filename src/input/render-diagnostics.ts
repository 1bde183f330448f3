import { codeFrame } from "./code-frame.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** More than this many are counted, not shown. */
const MOST_SHOWN = 20;

export type DiagnosticRole = "error" | "warning" | "help" | "gutter" | "caret" | "message";

export interface RenderOptions {
  /** Text of each file by its name in the diagnostics; a file that is not here is shown without a frame. */
  sources?: ReadonlyMap<string, string>;
  /** Colours a piece of text by its role; plain text when left out. */
  paint?: (role: DiagnosticRole, text: string) => string;
}

/**
 * Diagnostics as people read them, sorted by file and position, ended by a line that counts them:
 *
 *     error[CS1101]: unknown key "budgt"
 *       --> workload.yaml:5:1
 *      4 |
 *      5 | budgt:
 *        | ^^^^^
 *     help: did you mean "budget"?
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions = {},
): string {
  const sorted = sortDiagnostics(diagnostics);
  const shown = sorted.slice(0, MOST_SHOWN);
  const blocks = shown.map((diagnostic) => renderOne(diagnostic, options));
  const hidden = sorted.length - shown.length;
  if (hidden > 0) blocks.push(`... and ${hidden} more\n`);
  return `${blocks.join("\n")}\n${summary(sorted)}\n`;
}

/** By file, line and column; errors before warnings at the same place. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.severity, b.severity) ||
      compare(a.code, b.code),
  );
}

function renderOne(diagnostic: Diagnostic, { sources, paint = plain }: RenderOptions): string {
  const { severity, code, message, file, line, column, help } = diagnostic;
  const source = sources?.get(file);
  const lines = [
    `${paint(severity, `${severity}[${code}]:`)} ${paint("message", singleLine(message))}`,
    `  --> ${singleLine(file)}:${line}:${column}`,
  ];
  if (source !== undefined && diagnostic.endColumn > diagnostic.column) {
    lines.push(codeFrame(source, diagnostic, paint));
  }
  if (help !== null) lines.push(`${paint("help", "help:")} ${singleLine(help)}`);
  return `${lines.join("\n")}\n`;
}

/** "3 errors, 1 warning; see: chipselect explain CS1101". */
function summary(sorted: readonly Diagnostic[]): string {
  const errors = sorted.filter(({ severity }) => severity === "error").length;
  const warnings = sorted.length - errors;
  const counts = [counted(errors, "error"), counted(warnings, "warning")].filter(
    (text) => text !== "",
  );
  const code = sorted.find(({ severity }) => errors === 0 || severity === "error")?.code;
  return code === undefined ? "" : `${counts.join(", ")}; see: chipselect explain ${code}`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** File content in a message must not break the format or reach the terminal as control codes. */
function singleLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const plain = (_role: DiagnosticRole, text: string): string => text;
