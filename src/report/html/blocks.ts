import type { Block, Tone } from "../document.ts";
import { barsHtml } from "./bars.ts";
import { escaped, prose } from "./escape.ts";
import { scatterHtml } from "./scatter.ts";
import { tableHtml } from "./table.ts";

/** Blocks below one heading; that names the tables and plots among them. */
export function blocksHtml(blocks: readonly Block[], heading: string, level: number): string {
  let nearest = heading;
  return blocks
    .map((block) => {
      if (block.kind === "heading") nearest = block.text;
      return blockHtml(block, nearest, level);
    })
    .filter((html) => html !== "")
    .join("\n");
}

function blockHtml(block: Block, caption: string, level: number): string {
  switch (block.kind) {
    case "heading":
      return `<h${level}>${prose(block.text)}</h${level}>`;
    case "paragraph":
      return `<p${toneClass(block.tone)}>${prose(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${prose(item)}</li>`).join("\n")}\n</ul>`;
    case "facts": {
      const facts = block.items.map(
        ({ label, value }) => `<div><dt>${prose(label)}</dt><dd>${prose(value)}</dd></div>`,
      );
      return `<dl>\n${facts.join("\n")}\n</dl>`;
    }
    case "table":
      return tableHtml(block.table, caption);
    case "scatter":
      return scatterHtml(block.plot, caption);
    case "bars":
      return barsHtml(block.bars);
    case "details": {
      const inner = blocksHtml(block.blocks, block.summary, Math.min(6, level + 1));
      return `<details>\n<summary>${prose(block.summary)}</summary>\n${inner}\n</details>`;
    }
    default:
      return `<p class="next">${prose(block.why)}: <code>${escaped(block.command)}</code></p>`;
  }
}

function toneClass(tone: Tone | undefined): string {
  return tone === undefined || tone === "plain" ? "" : ` class="${tone}"`;
}
