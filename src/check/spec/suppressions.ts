import { Lexer } from "yaml";

/** A comment that accepts a finding: `# chipselect-ignore: CS3005 liquid cooled`. */
export interface Suppression {
  codes: readonly string[];
  /** Why; null when the comment does not say, which is a fault. */
  reason: string | null;
  /** Line whose findings it accepts; null when it stands before the first key and holds for the whole file. */
  concerns: number | null;
  line: number;
  column: number;
  endColumn: number;
}

const COMMENT = /^#\s*chipselect-ignore\b:?\s*(.*)$/u;
const CODES = /^((?:CS\d{4}(?:\s*[,:]\s*|\s+|$))+)(.*)$/u;

/** Marks that the lexer puts between the pieces of the text: start of a document, end of a flow, a plain scalar. */
const DOCUMENT = "\u0002";
const FLOW_END = "\u0018";
const SCALAR = "\u001f";

/**
 * Suppressions of a YAML text. A comment after a value holds for its line; one on a line of its own holds for the next line
 * that is no comment; before the first key it holds for the file.
 */
export function readSuppressions(text: string): Suppression[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const first = lines.findIndex((line) => !/^\s*(?:#|$|---|%)/u.test(line));
  return comments(text).flatMap(({ line, column, source }) => {
    const [, said] = COMMENT.exec(source.trimEnd()) ?? [];
    if (said === undefined) return [];
    const [, codes = "", reason = ""] = CODES.exec(said) ?? [];
    const alone = (lines[line - 1] ?? "").trimStart().startsWith("#");
    return [
      {
        codes: codes.match(/CS\d{4}/gu) ?? [],
        reason: reason.replace(/^[-–—:\s]+/u, "").trim() || null,
        concerns: !alone ? line : line - 1 < first ? null : nextLine(lines, line),
        line,
        column,
        endColumn: column + source.trimEnd().length,
      },
    ];
  });
}

/** The next line that holds more than a comment; 1-based. */
function nextLine(lines: readonly string[], after: number): number {
  const index = lines.findIndex((line, at) => at >= after && !/^\s*(?:#.*)?$/u.test(line));
  return index === -1 ? after : index + 1;
}

/** A `#` inside a quoted or block text is no comment, so the YAML lexer decides. */
function comments(text: string): { line: number; column: number; source: string }[] {
  const found: { line: number; column: number; source: string }[] = [];
  let line = 1;
  let column = 1;
  let afterScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === DOCUMENT || token === FLOW_END) continue;
    if (token === SCALAR) {
      afterScalar = true;
      continue;
    }
    if (token.startsWith("#") && !afterScalar) found.push({ line, column, source: token });
    afterScalar = false;
    const breaks = token.split(/\r\n|\r|\n/u);
    if (breaks.length > 1) column = 1;
    line += breaks.length - 1;
    column += breaks.at(-1)?.length ?? 0;
  }
  return found;
}
