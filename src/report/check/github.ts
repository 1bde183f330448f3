import type { CheckEntry } from "../../check/types.ts";
import { failing, type CheckView } from "./view.ts";

/** GitHub shows this many annotations of a kind for one step and drops the rest in silence. */
const MOST_OF_A_KIND = 10;

/** Workflow commands that put findings beside the lines of a pull request, the worst first. */
export function writeGithub({ result, fromRoot }: CheckView): string {
  const found = failing(result);
  const lines = (["error", "warn"] as const).flatMap((level) => {
    const ofLevel = found.filter((entry) => entry.level === level);
    const shown = ofLevel.slice(0, MOST_OF_A_KIND).map((entry) => annotation(entry, fromRoot));
    const hidden = ofLevel.length - shown.length;
    const kind = level === "warn" ? "warnings" : "errors";
    return hidden > 0 ? [...shown, `::notice::${hidden} more ${kind} in the step summary`] : shown;
  });
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(entry: CheckEntry, fromRoot: (file: string) => string): string {
  const { level, place, code, title, message, help } = entry;
  const properties = [
    ["file", fromRoot(place.file)],
    ["line", String(place.line)],
    ["col", String(place.column)],
    ["endColumn", String(Math.max(place.column, place.endColumn - 1))],
    ["title", `${code} ${title}`],
  ].map(([name, value = ""]) => `${name}=${property(value)}`);
  const said = help === null ? message : `${message}\n${help}`;
  return `::${level === "warn" ? "warning" : "error"} ${properties.join(",")}::${data(said)}`;
}

/** Escapes as actions/toolkit does: a message ends at a line break, a property at a comma or colon. */
function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The log is a terminal too: control characters other than line breaks become spaces. */
function visible(text: string): string {
  return text.replaceAll(/(?![\r\n])[\p{Cc}\p{Cf}]/gu, " ");
}
