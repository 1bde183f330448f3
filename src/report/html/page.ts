import type { Block, Document } from "../document.ts";
import { blocksHtml } from "./blocks.ts";
import { dataBlock, escaped, prose } from "./escape.ts";
import { glossary } from "./glossary.ts";
import { sectionsOf, type Section } from "./sections.ts";
import { STYLE } from "./style.ts";

/** Nothing is loaded and nothing runs: what the file holds is all there is. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Without it a browser asks the server of the page for one. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%231f5a94' d='M0 5h2v3H0zm3-3h2v6H3zm3-2h2v8H6z'/%3E%3C/svg%3E";

/** Fewer parts are found without a list of them. */
const LISTED_FROM = 4;

/**
 * A document and the result that it tells of as one page that needs nothing beside it. The figures are those of the other
 * writers; the result stands in it as JSON for machines.
 */
export function writeHtml(document: Document, result: object): string {
  const { title, blocks } = named(document);
  const sections = sectionsOf([...blocks, ...glossary(blocks)]);
  const tool = toolOf(result);
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="${escaped(tool)}">`,
    `<title>${escaped(title)} · chipselect</title>`,
    `<link rel="icon" href="${ICON}">`,
    `<style>\n${STYLE}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#report">Skip to the report</a>',
    `<header><p>${escaped(tool)}</p></header>`,
    ...contents(sections),
    '<main id="report" tabindex="-1">',
    `<h1>${prose(title)}</h1>`,
    ...sections.map((section) => sectionHtml(section, title)),
    "</main>",
    `<footer><p>Written by ${escaped(tool)}. The complete result, at full precision and in SI units, is part of this file as JSON: the element with the id <code>result</code>.</p></footer>`,
    `<script type="application/json" id="result">${dataBlock(result)}</script>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

/** A document without a title is called by its leading sentence, which is then not said twice. */
function named({ title, blocks }: Document): { title: string; blocks: readonly Block[] } {
  if (title !== undefined && title.trim() !== "") return { title, blocks };
  const [lead, ...rest] = blocks;
  return lead?.kind === "paragraph" && lead.tone === "strong"
    ? { title: lead.text, blocks: rest }
    : { title: "Report", blocks };
}

function contents(sections: readonly Section[]): string[] {
  const items = sections.flatMap(({ id, title }) =>
    title === null ? [] : [`<li><a href="#${id}">${prose(title)}</a></li>`],
  );
  if (items.length < LISTED_FROM) return [];
  return [`<nav aria-label="Contents"><ol>\n${items.join("\n")}\n</ol></nav>`];
}

function sectionHtml({ id, title, isFolded, blocks }: Section, pageTitle: string): string {
  const content = blocksHtml(blocks, title ?? pageTitle, 3);
  const heading = title === null || isFolded ? "" : `<h2>${prose(title)}</h2>\n`;
  return `<section id="${id}">\n${heading}${content}\n</section>`;
}

/** `chipselect 1.2.3`, or the name alone where the result does not say its version. */
function toolOf(result: object): string {
  const tool = "tool" in result ? result.tool : null;
  const version = typeof tool === "object" && tool !== null && "version" in tool && tool.version;
  return typeof version === "string" ? `chipselect ${version}` : "chipselect";
}
