import type { LimitCheck } from "../../planner/types.ts";
import type { Block, Cell } from "../document.ts";
import { workUnitWords } from "../evaluation/words.ts";
import { clauseText } from "../evaluation/misses.ts";
import { describeNumber } from "../figures.ts";

/** Every hard limit with its verdict in a word, failed ones first and told in a sentence. */
export function limitBlocks(limits: readonly LimitCheck[]): Block[] {
  if (limits.length === 0) return [];
  const failed = limits.filter(({ pass }) => !pass);
  const sorted = [...failed, ...limits.filter(({ pass }) => pass)];
  const blocks: Block[] = [
    { kind: "heading", text: "Limits" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "limit", title: "Limit", type: "name" },
          { id: "verdict", title: "Verdict", type: "text" },
          { id: "value", title: "Figure", type: "sum" },
          { id: "allowed", title: "Allowed", type: "sum" },
          { id: "clause", title: "Clause", type: "text", optional: 1 },
        ],
        rows: sorted.map(({ title, pass, value, limit, unit, path, line }): Cell[] => [
          { value: title },
          pass ? { value: "met", tone: "good" } : { value: "MISSED", tone: "bad" },
          { value: withUnit(value, unit) },
          { value: withUnit(limit, unit) },
          { value: path ? clauseText(path, line) : null },
        ]),
      },
    },
  ];
  if (failed.length > 0) {
    const items = failed.map(({ message, path, line }) =>
      path ? `${message} (${clauseText(path, line)})` : message,
    );
    blocks.push({ kind: "list", items });
  }
  return blocks;
}

/** Longer texts (a list of stacks) would push the figures off the line; the sentence of a missed limit says them. */
const LONGEST_TEXT = 20;

function withUnit(value: number | string | null, unit: string): string | null {
  if (typeof value === "number") {
    return describeNumber(value, unit.replace("million-tokens", workUnitWords("million-tokens")));
  }
  return value !== null && value.length > LONGEST_TEXT ? null : value;
}
