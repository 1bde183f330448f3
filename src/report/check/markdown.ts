import { writeMarkdown } from "../markdown.ts";
import { checkDocument } from "./document.ts";
import type { CheckView } from "./view.ts";

/** GitHub refuses comments over 65,536 characters; some are left for what a workflow adds. */
const LONGEST_COMMENT = 60_000;

/** Lets a workflow find its own comment again and update it. */
const MARKER = "<!-- chipselect check -->";

/** A comment on a pull request; tables are cut by rows until it is short enough. */
export function writeCheckMarkdown(view: CheckView): string {
  for (let rows = 200; ; rows = Math.floor(rows / 2)) {
    const text = writeMarkdown(checkDocument(view, rows));
    if (text.length <= LONGEST_COMMENT || rows === 0) return `${text}\n${MARKER}\n`;
  }
}
