import type { Cell, Table } from "../document.ts";
import type { ComparisonResult, FigureChange, PlaceChange } from "./types.ts";

/** One row for each thing that differs: the table behind the CSV report. */
export function changesTable(result: ComparisonResult): Table {
  const rows: Cell[][] = [
    ...result.workload.map((change) => placeRow("workload", "", change)),
    ...result.criteria.flatMap(({ id, weight, worst, best }) =>
      Object.entries({ weight, worst, best })
        .filter(([, change]) => change.a !== change.b)
        .map(([figure, change]) => figureRow("criterion", id, figure, change)),
    ),
    ...result.candidates.flatMap(({ id, presence, rank, score, boundBy, ...candidate }) => [
      ...(presence === "both" ? [] : [row("presence", id, "", presence !== "b", presence !== "a")]),
      ...(rank.a === rank.b ? [] : [figureRow("candidate", id, "rank", rank)]),
      ...(score.a === score.b ? [] : [figureRow("candidate", id, "score", score)]),
      ...(boundBy.a === boundBy.b ? [] : [row("candidate", id, "boundBy", boundBy.a, boundBy.b)]),
      ...candidate.plan.map((change) => placeRow("plan", id, change)),
      ...candidate.metrics.map((metric) => figureRow("metric", id, metric.id, metric)),
      ...candidate.limits.flatMap((limit) => [
        ...(limit.pass.a === limit.pass.b
          ? []
          : [row("limit", id, `${limit.id} met`, limit.pass.a, limit.pass.b)]),
        ...(limit.value.a === limit.value.b
          ? []
          : [
              [
                ...row("limit", id, limit.id, limit.value.a, limit.value.b).slice(0, 5),
                { value: limit.absolute },
                { value: limit.relative },
              ],
            ]),
      ]),
    ]),
  ];
  return {
    columns: [
      { id: "kind", title: "kind", type: "text" },
      { id: "candidate", title: "id", type: "text" },
      { id: "figure", title: "figure", type: "text" },
      { id: "a", title: "a", type: "quantity" },
      { id: "b", title: "b", type: "quantity" },
      { id: "absolute", title: "absolute", type: "quantity" },
      { id: "relative", title: "relative", type: "quantity" },
    ],
    rows,
  };
}

function placeRow(kind: string, id: string, { path, a, b }: PlaceChange): Cell[] {
  return row(kind, id, path, a, b);
}

function figureRow(kind: string, id: string, figure: string, change: FigureChange): Cell[] {
  const { a, b, absolute, relative } = change;
  return [...row(kind, id, figure, a, b).slice(0, 5), { value: absolute }, { value: relative }];
}

function row(kind: string, id: string, figure: string, a: unknown, b: unknown): Cell[] {
  const cells = [
    { value: kind },
    { value: id },
    { value: figure },
    { value: plain(a) },
    { value: plain(b) },
  ];
  return [...cells, { value: null }, { value: null }];
}

function plain(value: unknown): number | string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
