import type { Table, Tone } from "../document.ts";
import { textTable } from "../table-text.ts";
import { escaped } from "./escape.ts";

/** Columns of longer texts wrap. */
const WIDEST_TEXT = 30;
const LONGEST_CODE = 12;
/** On paper, tables up to this length stay on one page. */
const SHORT_ROWS = 16;

/**
 * A table in a box of its own that scrolls where the screen is narrow. Figures and units are those of the other writers.
 * The caption is for those who hear the page; who sees it reads the heading above.
 */
export function tableHtml(complete: Table, caption: string): string {
  const { columns, rows } = textTable(complete);
  const nameColumn = Math.max(
    0,
    columns.findIndex(({ align }) => align === "left"),
  );
  const head = columns.map(({ title, unit, align }, index) => {
    const unitText =
      unit === null || unit === "" ? "" : ` <span class="unit">${escaped(unit)}</span>`;
    const layout =
      align === "right"
        ? ' class="figure"'
        : ` style="--words:${roomFor(rows.map((row) => row[index]?.text ?? ""))}ch"`;
    return `<th scope="col"${layout}>${escaped(title)}${unitText}</th>`;
  });
  const body = rows.map((row) => {
    const cells = row.map(({ text, tone }, index) => {
      const isName = index === nameColumn && text !== "";
      const classes = columns[index]?.align === "right" ? ' class="figure"' : "";
      const content = toned(escaped(text), tone);
      return isName ? `<th scope="row"${classes}>${content}</th>` : `<td${classes}>${content}</td>`;
    });
    const stands = row.some(({ tone }) => tone === "strong") ? ' class="stands-out"' : "";
    return `<tr${stands}>${cells.join("")}</tr>`;
  });
  const name = escaped(caption);
  return [
    `<div class="scroll${rows.length > SHORT_ROWS ? "" : " short"}" role="group" tabindex="0" aria-label="${name}">`,
    `<table><caption>${name}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    "<tbody>",
    ...body,
    "</tbody></table></div>",
  ].join("\n");
}

/** Room for the texts of a column in digits' widths, so that neighbours with long texts do not squeeze short ones. */
function roomFor(texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  // Codes and dates are as wide as digits; words are narrower.
  const beyond = Math.min(longest, WIDEST_TEXT) - LONGEST_CODE;
  return beyond > 0 ? LONGEST_CODE + Math.round(beyond * 0.75) : longest;
}

function toned(content: string, tone: Tone): string {
  if (content === "" || tone === "plain") return content;
  return tone === "strong"
    ? `<strong>${content}</strong>`
    : `<span class="${tone}">${content}</span>`;
}
