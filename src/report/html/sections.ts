import type { Block } from "../document.ts";

/** What stands under one heading of the page, or one folded part; blocks before the first heading have none. */
export interface Section {
  id: string;
  /** What a list of contents calls it; null for blocks without a heading. */
  title: string | null;
  /** A folded part shows its title itself. */
  isFolded: boolean;
  blocks: readonly Block[];
}

export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { title: string | null; isFolded: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.kind === "heading") {
      sections.push({ title: block.text, isFolded: false, blocks: [] });
    } else if (block.kind === "details") {
      sections.push({ title: block.summary, isFolded: true, blocks: [block] });
    } else if (last === undefined || last.isFolded) {
      sections.push({ title: null, isFolded: false, blocks: [block] });
    } else last.blocks.push(block);
  }
  return sections.map((section, index) => ({ ...section, id: `section-${index + 1}` }));
}
