import type { Block, Cell, Column } from "../document.ts";
import { significant } from "../figures.ts";
import type { RankedAlternative, RankResult } from "./types.ts";
import { JUSTIFIED_SHOWN, ranked } from "./view.ts";
import { valueFunctionText } from "../value-function-text.ts";

/** How each score comes about, and the figures and ranges behind the values. */
export function justification(result: RankResult): Block[] {
  const top = ranked(result).slice(0, JUSTIFIED_SHOWN);
  if (top.length === 0) return [];
  const blocks: Block[] = [
    { kind: "heading", text: "Why: value (0 worst, 1 best) × weight = points" },
    { kind: "table", table: { columns: columnsFor(top), rows: pointRows(result, top) } },
    { kind: "heading", text: "The figures behind the values" },
    { kind: "table", table: figuresTable(result, top) },
  ];
  const clipped = top.some(({ criteria }) => criteria.some((cell) => cell.clipped));
  if (clipped) {
    const text = "* The figure lies outside the range and counts as its end.";
    blocks.push({ kind: "paragraph", text, tone: "muted" });
  }
  return blocks;
}

function columnsFor(top: readonly RankedAlternative[]): Column[] {
  return [
    { id: "criterion", title: "Criterion", type: "name" },
    ...top.map(({ id, name }, index): Column => ({
      id,
      title: name,
      type: "sum",
      shortensTitle: true,
      optional: index,
    })),
  ];
}

function pointRows({ criteria }: RankResult, top: readonly RankedAlternative[]): Cell[][] {
  return [
    ...criteria.map(({ title, weight }, j): Cell[] => [
      { value: title },
      ...top.map((alternative): Cell => {
        const cell = alternative.criteria[j];
        if (cell === undefined || weight === 0) return { value: null };
        const value = `${cell.normalised.toFixed(3)}${cell.clipped ? "*" : ""}`;
        return { value: `${value} × ${weightText(weight)} = ${cell.contribution.toFixed(3)}` };
      }),
    ]),
    [
      { value: "score", tone: "strong" },
      ...top.map(({ score }): Cell => ({ value: score?.toFixed(3) ?? null, tone: "strong" })),
    ],
  ];
}

function weightText(weight: number): string {
  return `${(weight * 100).toFixed(1)}%`;
}

function figuresTable({ criteria }: RankResult, top: readonly RankedAlternative[]) {
  const [first, ...rest] = columnsFor(top);
  const columns: Column[] = [
    ...(first === undefined ? [] : [first]),
    { id: "unit", title: "Unit", type: "text", optional: 10 },
    { id: "function", title: "Value function", type: "text", optional: 11 },
    { id: "from", title: "Range from", type: "text" },
    ...rest,
  ];
  const rows = criteria.map((criterion, j): Cell[] => [
    { value: criterion.title },
    { value: criterion.unit === "" ? null : criterion.unit },
    { value: criterion.value === null ? "all equal" : valueFunctionText(criterion.value) },
    { value: criterion.rangeFrom === "set" ? "the set" : criterion.rangeFrom },
    ...top.map((alternative): Cell => {
      const cell = alternative.criteria[j];
      const value = cell?.value ?? null;
      return {
        value: value === null ? "unknown" : `${significant(value, 4)}${cell?.clipped ? "*" : ""}`,
      };
    }),
  ]);
  return { columns, rows };
}
