import { formatQuantity } from "../../units/format.ts";
import type { Block, Document } from "../document.ts";
import { formats } from "../evaluation/layout.ts";
import type { FormatSearch, SearchResult } from "../search-types.ts";
import { rejectionBlocks } from "./rejections.ts";
import { layoutsTable } from "./layouts-table.ts";

export function searchDocument(result: SearchResult): Document {
  const { task, chip, chips } = result;
  const range = chips.from === chips.to ? `${chips.to}` : `${chips.from} to ${chips.to}`;
  return {
    blocks: [
      {
        kind: "paragraph",
        text: `Every legal layout of ${task.model} on ${range} ${chip.name}.`,
        tone: "strong",
      },
      ...(result.searches.length === 0 ? [nothing(chip.name)] : []),
      ...result.searches.flatMap((search) => searchBlocks(search)),
    ],
  };
}

const nothing = (name: string): Block => ({
  kind: "paragraph",
  text: `${name} and its stacks train in none of the allowed number formats.`,
});

function searchBlocks(search: FormatSearch): Block[] {
  const { best, front, legal, costed, fitting } = search;
  const blocks: Block[] = [
    { kind: "heading", text: `${formats(search.precision, false)} on ${search.stackId}` },
    {
      kind: "facts",
      items: [
        { label: "Legal", value: `${count(legal)} configurations` },
        {
          label: "Costed",
          value: `${count(costed)}; the others are placed otherwise at the same cost`,
        },
        { label: "Fitting", value: `${count(fitting)} of those costed` },
      ],
    },
  ];
  if (best.length === 0) {
    blocks.push({ kind: "paragraph", text: "None of them fits the memory of a chip." });
  } else {
    blocks.push(
      { kind: "heading", text: "Quickest layouts" },
      { kind: "table", table: layoutsTable(best) },
      { kind: "heading", text: "Quickest for their number of chips (Pareto front)" },
      { kind: "table", table: layoutsTable(front) },
    );
  }
  return [...blocks, ...rejectionBlocks(search.rejected)];
}

const count = (value: number): string => formatQuantity(value, "count");
