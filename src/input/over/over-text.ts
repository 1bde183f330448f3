import { about } from "../file-errors.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Span } from "../source-document.ts";
import { formatPath, type Path } from "../path.ts";

/** Name of the place for diagnostics: one line for each `--over`, in the order of the command line. */
export const OVER_FILE = "--over";

/** One `--over KEY=a,b,c` taken apart; offsets are into `text`. */
export interface OverText {
  /** 1-based place among the `--over` options. */
  line: number;
  text: string;
  key: string;
  /** The words of the key: `demand.tasks.chat.rate` has four. */
  steps: readonly Piece[];
  /** The values as written, one for each comma. */
  values: readonly Piece[];
}

export interface Piece {
  text: string;
  start: number;
}

type OverReading = { ok: true; over: OverText } | { ok: false; diagnostic: Diagnostic };

/** Splits at the first `=`, the key at dots and brackets, the values at commas outside brackets and quotes. */
export function readOverText(text: string, line: number): OverReading {
  const whole = { start: 0, text };
  const wrong = (message: string): OverReading => {
    const help = 'write KEY=a,b,c, such as "budget.monthly=20 k USD,40 k USD"';
    return { ok: false, diagnostic: overDiagnostic(line, whole, { message, help }) };
  };
  if (/\p{Cc}/u.test(text)) return wrong("an axis is one line without control characters");
  const equals = text.indexOf("=");
  if (equals === -1) return wrong(`"${text}" has no =`);
  const key = text.slice(0, equals).trim();
  const steps = keySteps(text.slice(0, equals));
  if (key === "") return wrong("the key before = is missing");
  if (steps.some((step) => step.text === "")) return wrong(`"${key}" has an empty part`);
  const values = splitValues(text, equals + 1);
  if (values.length === 1 && values[0]?.text === "") return wrong(`"${key}" has no values`);
  const empty = values.find((value) => value.text === "");
  if (empty) return wrong(`"${key}" has an empty value; is a comma too many?`);
  return { ok: true, over: { line, text, key, steps, values } };
}

/** `a.b[0].c` → a, b, 0, c. */
function keySteps(text: string): Piece[] {
  return [...text.matchAll(/[^.[\]]+|(?<=\.)(?=\.|\s*$)|^(?=\.)/gu)].map((match) =>
    trimmed(match[0], match.index),
  );
}

function splitValues(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  let quote: string | null = null;
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (character === '"' || character === "'") quote = character;
    else if ("[{(".includes(character)) depth += 1;
    else if ("]})".includes(character)) depth -= 1;
    else if (character === "," && depth === 0) {
      pieces.push(trimmed(text.slice(start, index), start));
      start = index + 1;
    }
  }
  pieces.push(trimmed(text.slice(start), start));
  return pieces;
}

function trimmed(text: string, start: number): Piece {
  return { text: text.trim(), start: start + text.length - text.trimStart().length };
}

/** A diagnostic at a piece of an `--over` option. */
export function overDiagnostic(
  line: number,
  piece: Piece,
  said: { message: string; help: string | null; path?: Path } & Partial<Pick<Diagnostic, "code">>,
): Diagnostic {
  const { path = [], code, message, help } = said;
  return {
    ...about(OVER_FILE, "CS1801", message, help),
    ...(code === undefined ? {} : { code }),
    path: path.length === 0 ? "" : formatPath(path),
    ...spanOf(line, piece),
  };
}

export function spanOf(line: number, { start, text }: Piece): Span {
  return { line, column: start + 1, endColumn: start + 1 + Math.max(1, text.length) };
}
