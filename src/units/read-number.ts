/** The number at the start of a quantity, kept as digits and a power of ten so that scaling by 10ⁿ is exact. */
interface NumberText {
  readonly mantissa: string;
  readonly exponent: number;
  readonly rest: string;
}

export type NumberReading =
  | ({ readonly ok: true } & NumberText)
  | { readonly ok: false; readonly message: string; readonly help: string };

const NUMBER = /^(\d+(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,4}))?/i;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?![\d,])/;
const WORDS = /^(yes|no|on|off|true|false|null|none|~)$/i;

/**
 * Reads the number that a quantity starts with and says precisely what is wrong when there is none.
 *
 * @param grouped whether commas may part thousands ("31,250 USD"); elsewhere "1,500" could be one and a half.
 * @param example a right quantity of the wanted dimension, for the help.
 */
export function readNumber(text: string, grouped: boolean, example: string): NumberReading {
  const trimmed = text.trim();
  const write = `write for example "${example}"`;
  if (trimmed === "") return wrong("the quantity is empty", write);
  if (WORDS.test(trimmed)) return wrong(`"${trimmed}" is a word, not a quantity`, write);
  if (/^[+-]?\.?(nan|inf(inity)?)\b/i.test(trimmed)) {
    return wrong(`"${trimmed}" is not a finite number`, write);
  }
  if (/^[-−]\s*[\d.$]/.test(trimmed)) {
    return wrong(`"${trimmed}" is negative`, `a quantity is 0 or more: ${write}`);
  }
  const unsigned = trimmed.replace(/^\+\s*/, "");
  const underscored = /^\d+(_\d+)+(\.\d+)?/.exec(unsigned)?.[0];
  if (underscored !== undefined) {
    const fixed = unsigned.replace(underscored, underscored.replaceAll("_", ""));
    return wrong(`"${underscored}" has underscores, which YAML reads as text`, `write "${fixed}"`);
  }
  return readDigits(unsigned, grouped, write);
}

function readDigits(text: string, grouped: boolean, write: string): NumberReading {
  const thousands = GROUPED.exec(text)?.[0];
  const plain = thousands?.replaceAll(",", "");
  if (grouped && thousands !== undefined && plain !== undefined) {
    return readDigits(plain + text.slice(thousands.length), false, write);
  }
  const comma = /^\d+(?:,\d+)+/.exec(text)?.[0];
  if (comma !== undefined) {
    const point = text.replace(comma, comma.replace(",", "."));
    const joined = text.replace(comma, comma.replaceAll(",", ""));
    const reading = plain === undefined ? `write "${point}"` : `write "${joined}" or "${point}"`;
    return wrong(`"${comma}" has a comma; decimals are written with a point`, reading);
  }
  const match = NUMBER.exec(text);
  if (match === null) return wrong(`"${shorten(text)}" does not start with a number`, write);
  const [all, mantissa = "0", exponent = "0"] = match;
  const rest = text.slice(all.length);
  if (/^\s*(-|–|\.\.|to\b)\s*\d/.test(rest)) {
    return wrong(`"${shorten(text)}" is a range, not one quantity`, write);
  }
  if (/^[._\d]/.test(rest)) return wrong(`"${shorten(text)}" is not a number`, write);
  return { ok: true, mantissa, exponent: Number(exponent), rest: rest.trim() };
}

function wrong(message: string, help: string): NumberReading {
  return { ok: false, message, help };
}

/** Long texts are cut in messages. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}
