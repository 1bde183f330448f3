import type { ValidationResult } from "../../validation/types.ts";
import { writeMarkdown } from "../markdown.ts";
import { summaryTable } from "./summary.ts";

const START = "<!-- validation:start -->";
const END = "<!-- validation:end -->";

/** The errors of each set as a Markdown table between the markers of the README. */
export function readmeBlock(result: ValidationResult): string {
  const table = writeMarkdown({ blocks: [{ kind: "table", table: summaryTable(result) }] });
  return `${START}\n\n${table}\n${END}`;
}

/** The block that a text holds, markers included; null when there is not exactly one. */
export function findReadmeBlock(text: string): string | null {
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  if (start === -1 || end === -1) return null;
  const after = end + END.length;
  return text.indexOf(START, start + 1) === -1 && text.indexOf(END, after) === -1
    ? text.slice(start, after)
    : null;
}
