import type { Block, Cell, Column, Table } from "../document.ts";
import { chooseScale, significant } from "../figures.ts";
import type { Candidate, EvaluationResult } from "../types.ts";
import { contributionBars } from "./contribution-bars.ts";
import { statedValues } from "../value-function-text.ts";
import { ranked } from "./ranking.ts";
import { JUSTIFIED_SHOWN } from "./view.ts";
import { waterfallLine } from "./waterfall.ts";

/** Dominated candidates named; explain says it of each. */
const DOMINATED_SHOWN = 3;

/** How each score comes about: value × weight = points for each criterion, and the figures behind the values. */
export function justification(result: EvaluationResult): Block[] {
  const top = ranked(result).slice(0, JUSTIFIED_SHOWN);
  if (top.length === 0) return [];
  const left = [
    ...(result.recommendation?.assumptions === undefined ? waterfallLine(result) : []),
    ...result.criteria.flatMap(({ id, notApplicable }) =>
      typeof notApplicable === "string" && (result.workload.weights[id] ?? 0) > 0
        ? [`${id} does not count: ${notApplicable}`]
        : [],
    ),
    ...(result.workload.weightsFrom === "application"
      ? [
          `The file states no weights: those of "${result.workload.application}" hold (chipselect explain ${result.workload.application}).`,
        ]
      : []),
    ...statedValues(result.criteria),
    ...(result.doubleCounting ?? []).map(({ sentence }) => sentence),
    ...dominated(result),
    ...unweighed(result),
  ];
  const blocks: Block[] = [
    { kind: "heading", text: "Why: value (0 worst, 1 best) × weight = points" },
    { kind: "table", table: pointsTable(result, top) },
    { kind: "bars", bars: contributionBars(result.criteria, top) },
    { kind: "heading", text: "The figures behind the values" },
    { kind: "table", table: figuresTable(result, top) },
  ];
  if (left.length > 0) blocks.push({ kind: "list", items: left });
  return blocks;
}

/** Who needs no look because another one is nowhere worse. */
function dominated(result: EvaluationResult): string[] {
  const pairs = ranked(result).flatMap(({ name, dominance }) =>
    dominance ? [{ name, by: dominance.by }] : [],
  );
  if (pairs.length === 0) return [];
  const names = new Map(result.candidates.map(({ id, name }) => [id, name]));
  const shown = pairs
    .slice(0, DOMINATED_SHOWN)
    .map(({ name, by }) => `${name} by ${names.get(by)}`);
  const left = pairs.length - shown.length;
  const more = left > 0 ? `; ${left} more` : "";
  return [`Dominated (nowhere better, somewhere worse): ${shown.join(", ")}${more}.`];
}

/** What was measured and does not count: its weight is zero. */
function unweighed(result: EvaluationResult): string[] {
  const ids = result.criteria
    .filter(({ weight, notApplicable }) => weight === 0 && typeof notApplicable !== "string")
    .map(({ id }) => id);
  return ids.length === 0 ? [] : [`Measured but not weighed: ${ids.join(", ")}.`];
}

/** Weighed criteria, in their order. */
function weighed(result: EvaluationResult): EvaluationResult["criteria"] {
  const counted = result.criteria.filter(({ id, weight }) => {
    return weight > 0 || (result.workload.weights[id] ?? 0) > 0;
  });
  return counted.length > 0 ? counted : result.criteria;
}

function candidateColumns(top: readonly Candidate[]): Column[] {
  return top.map((candidate, index) => ({
    id: candidate.id,
    title: candidate.name,
    type: "sum",
    shortensTitle: true,
    optional: index,
  }));
}

function pointsTable(result: EvaluationResult, top: readonly Candidate[]): Table {
  const precise = result.criteria.some(
    ({ weight }) => Math.abs(weight * 100 - Math.round(weight * 100)) > 1e-9,
  );
  const weightText = (weight: number): string => `${(weight * 100).toFixed(precise ? 1 : 0)}%`;
  const points = (candidate: Candidate, id: string): Cell => {
    const score = candidate.criteria.find((criterion) => criterion.id === id);
    if (score === undefined || score.weight === 0) return { value: null };
    const value = `${score.normalised.toFixed(3)}${score.clipped ? "*" : ""}`;
    return { value: `${value} × ${weightText(score.weight)} = ${score.contribution.toFixed(3)}` };
  };
  return {
    columns: [{ id: "criterion", title: "Criterion", type: "text" }, ...candidateColumns(top)],
    rows: [
      ...weighed(result).map(({ id }): Cell[] => [
        { value: id },
        ...top.map((candidate) => points(candidate, id)),
      ]),
      [
        { value: "score", tone: "strong" },
        ...top.map(({ score }): Cell => ({
          value: score === null ? null : score.toFixed(3),
          tone: "strong",
        })),
      ],
    ],
  };
}

function figuresTable(result: EvaluationResult, top: readonly Candidate[]): Table {
  return {
    columns: [
      { id: "criterion", title: "Criterion", type: "text" },
      { id: "unit", title: "Unit", type: "text" },
      { id: "worst", title: "Worth 0", type: "sum", optional: 11 },
      { id: "best", title: "Worth 1", type: "sum", optional: 10 },
      ...candidateColumns(top),
    ],
    rows: weighed(result).map((criterion): Cell[] => {
      const values = top.map(
        (candidate) => candidate.criteria.find(({ id }) => id === criterion.id)?.value ?? null,
      );
      const scale = chooseScale(
        criterion.unit,
        values.filter((value) => value !== null),
      );
      const show = (value: number | null): string | null =>
        value === null ? null : significant(value / scale.factor);
      return [
        { value: criterion.id },
        { value: scale.unit === "" || scale.unit === "1" ? null : scale.unit },
        { value: show(criterion.worst) },
        { value: show(criterion.best) },
        ...values.map((value): Cell => ({ value: show(value) })),
      ];
    }),
  };
}
