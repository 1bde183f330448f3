import type { ErrorSummary } from "../../validation/types.ts";
import type { Cell, Column, Table } from "../document.ts";

interface Figure {
  column: Omit<Column, "optional">;
  cell: (errors: ErrorSummary) => number | null;
}

/** The second line of a header says which figure of the distribution a column holds. */
const FIGURES = [
  {
    column: { id: "rows", title: "Rows", type: "count" },
    cell: ({ rows }) => rows,
  },
  {
    column: { id: "predicted", title: "Pred.", type: "share" },
    cell: ({ rows, predicted }) => (rows === 0 ? null : predicted / rows),
  },
  {
    column: { id: "medianErrorFactor", title: "Error", type: "quantity", unit: "median" },
    cell: ({ medianErrorFactor }) => medianErrorFactor,
  },
  {
    column: { id: "p90ErrorFactor", title: "Error", type: "quantity", unit: "p90" },
    cell: ({ p90ErrorFactor }) => p90ErrorFactor,
  },
  {
    column: { id: "medianRatio", title: "Ratio", type: "quantity", unit: "median" },
    cell: ({ medianRatio }) => medianRatio,
  },
  {
    column: { id: "pairwiseOrder", title: "Order", type: "share" },
    cell: ({ pairwiseOrder }) => pairwiseOrder,
  },
  {
    column: { id: "crudeMedianErrorFactor", title: "Crude", type: "quantity", unit: "median" },
    cell: ({ crudeMedianErrorFactor }) => crudeMedianErrorFactor,
  },
  {
    column: { id: "crudeP90ErrorFactor", title: "Crude", type: "quantity", unit: "p90" },
    cell: ({ crudeP90ErrorFactor }) => crudeP90ErrorFactor,
  },
  {
    column: { id: "timesBetter", title: "Better", type: "quantity", unit: "×" },
    cell: timesBetter,
  },
  {
    column: { id: "intervalCoverage", title: "Inside", type: "share" },
    cell: ({ intervalCoverage }) => intervalCoverage,
  },
] as const satisfies readonly Figure[];

type FigureId = (typeof FIGURES)[number]["column"]["id"];

/** What may go first where the line is narrow: what the other columns already say comes first. */
export type Optional = Readonly<Partial<Record<FigureId, number>>>;

/** How many times smaller the median error is than that of the crude roofline. */
function timesBetter(errors: ErrorSummary): number | null {
  const { medianErrorFactor, crudeMedianErrorFactor } = errors;
  if (medianErrorFactor === null || crudeMedianErrorFactor === null) return null;
  return medianErrorFactor === 0 ? null : crudeMedianErrorFactor / medianErrorFactor;
}

/** One line a group, with the same figures in every table of errors. */
export function errorTable(
  groups: readonly (ErrorSummary & { name: string })[],
  name: { title: string; type: "name" | "text" },
  optional: Optional,
): Table {
  return {
    columns: [
      { id: "name", ...name },
      ...FIGURES.map(({ column }): Column => {
        const priority = optional[column.id];
        return priority === undefined ? column : { ...column, optional: priority };
      }),
    ],
    rows: groups.map((group): Cell[] => [
      { value: group.name },
      ...FIGURES.map(({ cell }): Cell => ({ value: cell(group) })),
    ]),
  };
}
