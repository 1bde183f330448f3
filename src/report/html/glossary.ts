import type { Block } from "../document.ts";
import { METRIC_TERMS } from "../terms/metrics.ts";

/** What the columns of a document mean, folded away: a page travels to readers who cannot ask `chipselect explain`. */
export function glossary(blocks: readonly Block[]): Block[] {
  const titles = new Set(columnTitles(blocks).map((title) => title.toLowerCase()));
  const items = METRIC_TERMS.filter(({ id, aliases }) =>
    [id, ...aliases].some((name) => titles.has(name.toLowerCase())),
  ).map(({ id, title, formula }) => ({
    label: id,
    value: formula === null ? title : `${title} = ${formula}`,
  }));
  if (items.length === 0) return [];
  return [
    { kind: "details", summary: "What the figures mean", blocks: [{ kind: "facts", items }] },
  ];
}

function columnTitles(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "details") return columnTitles(block.blocks);
    return block.kind === "table" ? block.table.columns.map(({ title }) => title) : [];
  });
}
