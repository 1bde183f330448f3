import type { Span } from "./source-document.ts";

const LINES_BEFORE = 2;
/** Longer lines are shown by a window round the span. */
const WIDEST_LINE = 100;

export type Paint = (role: "gutter" | "caret", text: string) => string;

const plain: Paint = (_role, text) => text;

/**
 * The lines of the source round a span, with carets under it. Control characters show as spaces, so that a file can
 * send nothing to a terminal.
 *
 *      4 | demand:
 *      5 |   tasks: none
 *        |          ^^^^
 */
export function codeFrame(text: string, span: Span, paint: Paint = plain): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (span.line > lines.length) return "";
  const first = Math.max(1, span.line - LINES_BEFORE);
  const gutter = String(span.line).length + 1;
  const offset = Math.max(0, span.endColumn - WIDEST_LINE);
  const rows: string[] = [];
  for (let line = first; line <= span.line; line += 1) {
    const source = visible(lines[line - 1] ?? "");
    const shown = cut(source, line === span.line ? offset : 0);
    rows.push(`${paint("gutter", `${String(line).padStart(gutter)} |`)} ${shown}`.trimEnd());
  }
  const start = Math.max(0, span.column - 1 - offset);
  const width = Math.max(1, Math.min(span.endColumn - span.column, WIDEST_LINE - start));
  const carets = " ".repeat(start) + paint("caret", "^".repeat(width));
  rows.push(`${paint("gutter", `${" ".repeat(gutter)} |`)} ${carets}`);
  return rows.join("\n");
}

function cut(line: string, offset: number): string {
  const shown = line.slice(offset, offset + WIDEST_LINE);
  return offset + WIDEST_LINE < line.length ? `${shown}...` : shown;
}

function visible(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, " ");
}
