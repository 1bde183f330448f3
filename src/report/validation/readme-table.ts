import type { ValidationResult } from "../../validation/types.ts";
import type { Table } from "../document.ts";
import { writeMarkdown } from "../markdown.ts";
import { summaryTable } from "./summary.ts";

/** The errors of each set as a Markdown table between the markers of the README. */
export function readmeBlock(result: ValidationResult): string {
  return markedTable("validation", summaryTable(result));
}

/** A table between its markers. */
export function markedTable(name: string, table: Table): string {
  const [start, end] = markers(name);
  return `${start}\n\n${writeMarkdown({ blocks: [{ kind: "table", table }] })}\n${end}`;
}

/** The block of that name that a text holds, markers included; null when there is not exactly one. */
export function findReadmeBlock(text: string, name = "validation"): string | null {
  const [startMark, endMark] = markers(name);
  const start = text.indexOf(startMark);
  const end = text.indexOf(endMark, start);
  if (start === -1 || end === -1) return null;
  const after = end + endMark.length;
  return text.indexOf(startMark, start + 1) === -1 && text.indexOf(endMark, after) === -1
    ? text.slice(start, after)
    : null;
}

const markers = (name: string): [string, string] => [
  `<!-- ${name}:start -->`,
  `<!-- ${name}:end -->`,
];
