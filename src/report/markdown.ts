import type { Block, Document } from "./document.ts";
import { scatterLines } from "./scatter-text.ts";
import { singleLine, textTable } from "./table-text.ts";

/** A document as Markdown that GitHub, GitLab and Azure draw alike: pipe tables, details for the long parts. */
export function writeMarkdown(document: Document): string {
  return `${document.blocks.map(block).filter(Boolean).join("\n\n")}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case "heading":
      return `### ${escaped(part.text)}`;
    case "paragraph":
      return part.tone === "strong" ? `**${escaped(part.text)}**` : escaped(part.text);
    case "list":
      return part.items.map((item) => `- ${escaped(item)}`).join("\n");
    case "facts":
      return part.items
        .map(({ label, value }) => `- **${escaped(label)}:** ${escaped(value)}`)
        .join("\n");
    case "table":
      return pipeTable(part.table);
    case "scatter":
      return ["```text", ...scatterLines(part.plot, { width: 80, ascii: false }), "```"].join("\n");
    case "bars":
      return "";
    case "details":
      return `<details>\n<summary>${escaped(part.summary)}</summary>\n\n${writeMarkdown({ blocks: part.blocks })}\n</details>`;
    default:
      return `${escaped(part.why)}: ${code(part.command)}`;
  }
}

function pipeTable(table: Extract<Block, { kind: "table" }>["table"]): string {
  const { columns, rows } = textTable(table);
  const head = columns.map(({ title, unit }) =>
    cell(unit === null || unit === "" ? title : `${title} (${unit})`),
  );
  const rule = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  const body = rows.map((row) =>
    row.map(({ text, tone }) =>
      tone === "strong" && text !== "" ? `**${cell(text)}**` : cell(text),
    ),
  );
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cell(text: string): string {
  return escaped(text).replaceAll("|", "\\|");
}

/** Text from files must not become markup: escapes what starts emphasis, links, code, HTML or a mention. */
function escaped(text: string): string {
  return singleLine(text)
    .replaceAll(/[\\`*_[\]~]/gu, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^([#+-]|\d+[.)])(?=\s)/u, "\\$1")
    .replaceAll("@", "&#64;");
}

/** Inline code whose fence is longer than any run of backticks inside. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.includes("`") ? " " : "";
  return `${fence}${pad}${singleLine(text)}${pad}${fence}`;
}
