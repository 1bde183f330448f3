import type { Impact } from "../../questionnaire/impact.ts";
import { shortenMiddle, displayWidth } from "../../report/terminal/width.ts";
import type { EvaluationResult } from "../../report/types.ts";
import { fill, type Texts } from "../../texts/texts.ts";

const LEADERS = 3;
const SHORTEST_NAME = 8;

/**
 * The top three and how firm they are, on one line: the distance to the second, and in how many of the what-ifs of the open
 * questions the first stays first.
 *
 * @param impacts null while the opening questions are open: nothing has been tried yet
 */
export function liveLine(
  result: EvaluationResult,
  impacts: readonly Impact[] | null,
  texts: Texts["live"],
  width: number,
): string {
  const tried = sum(impacts ?? [], (impact) => impact.tried);
  const changed = sum(impacts ?? [], (impact) => impact.changed);
  const leaders = result.candidates.filter(({ rank }) => rank !== null).slice(0, LEADERS);
  if (leaders.length === 0) {
    const firm = tried > 0 ? fill(texts.nobodyFirm, { changed, tried }) : null;
    return [texts.nobody, firm].filter((part) => part !== null).join(" | ");
  }
  const margin = result.recommendation?.margin ?? null;
  const lead = margin === null ? [] : [fill(texts.lead, { margin: margin.toFixed(3) })];
  const held = { held: tried - changed, tried };
  const firmness = [...lead, ...(tried > 0 ? [fill(texts.firm, held)] : [])];
  const short = [...lead, ...(tried > 0 ? [fill(texts.firmShort, held)] : [])];
  const written = (names: readonly string[], parts = firmness): string => {
    const numbered = names.map((name, index) => `${index + 1} ${name}`).join(" > ");
    return [fill(texts.line, { leaders: numbered }), ...parts].join(" | ");
  };
  const whole = leaders.map(({ name }) => name);
  const bare = whole.map((name) => name.replace(/ \([^)]*\)$/u, ""));
  const names = displayWidth(written(whole)) <= width ? whole : bare;
  if (displayWidth(written(names)) <= width) return written(names);
  // Words before names: a name cut down to a few letters is nobody's.
  const over = displayWidth(written(names, short)) - width;
  const cut = over <= 0 ? names : shortened(names, sum(names, displayWidth) - over);
  const fitting = [short, short.slice(0, 1), []];
  const parts = fitting.find((some) => displayWidth(written(cut, some)) <= width);
  return written(cut, parts ?? []);
}

/** Shortens the longest names first, until all fit together. */
function shortened(names: readonly string[], cells: number): string[] {
  let longest = Math.max(...names.map(displayWidth));
  const total = (most: number): number => sum(names, (name) => Math.min(most, displayWidth(name)));
  while (longest > SHORTEST_NAME && total(longest) > cells) longest -= 1;
  return names.map((name) => shortenMiddle(name, longest));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
