/** Characters that a terminal draws two cells wide: East Asian wide and full-width forms, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{Mark}/u;

/**
 * Latin letters, dashes, arrows, signs and box drawing: one cell each. Asked first, because compiling the Unicode classes
 * for a text beyond Latin-1 takes ten milliseconds and more.
 */
const NARROW = /^[ -~\u00a0-\u00ff\u2010-\u2027\u2190-\u2193\u2200-\u22ff\u2500-\u257f]*$/;

/** Cells that a text without control sequences takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Shortens from the middle, because chip names differ at both ends (`H100 … 80GB`). Never longer than `width`. */
export function shortenMiddle(text: string, width: number, ellipsis = "…"): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(ellipsis);
  if (room < 2) return takeStart(text, width);
  const tail = takeEnd(text, Math.floor(room / 2));
  return takeStart(text, room - displayWidth(tail)).trimEnd() + ellipsis + tail.trimStart();
}

function takeStart(text: string, width: number): string {
  let taken = "";
  for (const character of text) {
    if (displayWidth(taken + character) > width) break;
    taken += character;
  }
  return taken;
}

function takeEnd(text: string, width: number): string {
  let taken = "";
  for (const character of Array.from(text).toReversed()) {
    if (displayWidth(character + taken) > width) break;
    taken = character + taken;
  }
  return taken;
}

/** The space between a number and a short word behind it. */
const NUMBER_AND_UNIT =
  /(?<=(?:^|[\s(~$\uff08\uff0c])\d[\d.]*) (?=[%×\p{Letter}][^\s\p{Script=Han}\uff08\uff09\uff0c]{0,4}(?:[\s\uff08\uff09\uff0c]|$))/gu;

/** Chinese is written without spaces and breaks between any two characters, but no line starts with a closing mark. */
const BETWEEN_HAN =
  /(?<=[\p{Script=Han}\u3001\u3002\uff09\uff0c\uff1a\uff1b])(?![\u3001\u3002\uff09\uff0c\uff1a\uff1b\u201d\s])/gu;
/** Stands for a place to break at that has no space. */
const SOFT = "\u200b";

/**
 * Breaks at spaces, but not between a number and its unit, and between Chinese characters. A word longer than the line stands
 * alone and is not cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const glued = text.replaceAll(NUMBER_AND_UNIT, "\u00a0").replaceAll(BETWEEN_HAN, SOFT);
  for (const [part, gap] of words(glued)) {
    const word = part.replaceAll("\u00a0", " ");
    const longer = line === "" ? word : `${line}${gap}${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}

/** Words with what stands before each on the same line. */
function words(text: string): [word: string, gap: string][] {
  return text
    .split(/ +/u)
    .filter(Boolean)
    .flatMap((part) =>
      part
        .split(SOFT)
        .filter(Boolean)
        .map((word, index): [string, string] => [word, index === 0 ? " " : ""]),
    );
}
