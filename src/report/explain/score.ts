import type { Block, Cell } from "../document.ts";
import type { ExplainResult } from "../explain-types.ts";
import { contributionBars } from "../evaluation/contribution-bars.ts";
import { statedValues } from "../value-function-text.ts";
import { chooseScale, describeNumber, significant } from "../figures.ts";

/** The score taken apart, criterion by criterion, with the ranges that the values live on. */
export function scoreBlocks({ candidate, criteria }: ExplainResult): Block[] {
  if (candidate.score === null) return [];
  const weighed = criteria.filter(({ weight }) => weight > 0);
  const shown = weighed.length > 0 ? weighed : criteria;
  const items = [
    ...candidate.criteria.flatMap(({ id, notes }) =>
      shown.some((criterion) => criterion.id === id)
        ? (notes ?? []).map((note) => `${id}: ${note}`)
        : [],
    ),
    ...statedValues(shown),
    ...unweighed(candidate, shown),
  ];
  const blocks: Block[] = [
    { kind: "heading", text: "Score: value (0 worst, 1 best) × weight = points" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "criterion", title: "Criterion", type: "text" },
          { id: "figure", title: "Figure", type: "sum" },
          { id: "unit", title: "Unit", type: "text", optional: 1 },
          { id: "worst", title: "Worth 0", type: "sum", optional: 2 },
          { id: "best", title: "Worth 1", type: "sum", optional: 2 },
          { id: "value", title: "Value", type: "score" },
          { id: "weight", title: "Weight", type: "share" },
          { id: "points", title: "Points", type: "score" },
        ],
        rows: [
          ...shown.map((criterion): Cell[] => {
            const score = candidate.criteria.find(({ id }) => id === criterion.id);
            const value = score?.value ?? null;
            const scale = chooseScale(criterion.unit, value === null ? [] : [value]);
            const figure = (raw: number): string => significant(raw / scale.factor);
            return [
              { value: criterion.id },
              { value: value === null ? null : figure(value) },
              { value: scale.unit === "" ? null : scale.unit },
              { value: figure(criterion.worst) },
              { value: figure(criterion.best) },
              { value: score?.normalised ?? null },
              { value: score?.weight ?? criterion.weight },
              { value: score?.contribution ?? null },
            ];
          }),
          [
            { value: "score", tone: "strong" },
            ...Array.from({ length: 6 }, (): Cell => ({ value: "" })),
            { value: candidate.score, tone: "strong" },
          ],
        ],
      },
    },
  ];
  blocks.push({ kind: "bars", bars: contributionBars(criteria, [candidate]) });
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

/** Figures of the criteria that do not weigh, in a line: they would fill half the table with zeros. */
function unweighed(
  candidate: ExplainResult["candidate"],
  shown: ExplainResult["criteria"],
): string[] {
  const figures = candidate.criteria.flatMap(({ id, value, unit }) =>
    value === null || shown.some((criterion) => criterion.id === id)
      ? []
      : [`${id} ${describeNumber(value, unit.startsWith("0–1") ? "" : unit)}`],
  );
  return figures.length === 0 ? [] : [`Measured but not weighed: ${figures.join("; ")}.`];
}
