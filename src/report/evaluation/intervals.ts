import type { FigureInterval } from "../../catalog/intervals.ts";
import type { Block, Cell, Column } from "../document.ts";
import { leadingTask } from "../../planner/leading-task.ts";
import { chooseScale, significant, type Scale } from "../figures.ts";
import type { CandidatePlan, EvaluationResult, FigureIntervals } from "../types.ts";
import { ranked } from "./ranking.ts";
import { JUSTIFIED_SHOWN } from "./view.ts";

/** Something whose figures have intervals. */
export interface Uncertain {
  name: string;
  /** Of the task that takes most chips of the plan. */
  intervals?: FigureIntervals | undefined;
  plan: Pick<CandidatePlan, "tasks"> | null;
}

/** How far measurements may lie from the figures of the best candidates. */
export function uncertainty(result: EvaluationResult): Block[] {
  return intervalBlocks(ranked(result).slice(0, JUSTIFIED_SHOWN));
}

/** One row each: where 80 % of measurements of such predictions lie, and what that is known from. */
export function intervalBlocks(items: readonly Uncertain[]): Block[] {
  const rows = items.flatMap((item): Cell[][] => {
    const {
      timeToFirstTokenSeconds,
      timePerOutputTokenSeconds,
      trainingSeconds,
      throughputPerSecond,
    } = item.intervals ?? {};
    const leading = timePerOutputTokenSeconds ?? trainingSeconds ?? throughputPerSecond;
    if (leading === undefined || item.plan === null) return [];
    const task = leadingTask(item.plan);
    return [
      [
        { value: item.name },
        { value: item.plan.tasks.length > 1 ? task.taskId : null },
        range(timeToFirstTokenSeconds, "s"),
        range(timePerOutputTokenSeconds, "s"),
        range(trainingSeconds, "s"),
        range(throughputPerSecond, `${task.metrics.workUnit}s/s`),
        { value: basisWords(leading.basis) },
        { value: leading.basis.rows },
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: "How sure: where 8 of 10 such measurements lie" },
    { kind: "table", table: { columns: COLUMNS, rows } },
  ];
}

const COLUMNS: readonly Column[] = [
  { id: "name", title: "Chip", type: "name" },
  // Without cells where the workload has one task; the column then goes.
  { id: "task", title: "Task", type: "text", optional: 1 },
  { id: "ttft", title: "TTFT", type: "sum", optional: 1 },
  { id: "tpot", title: "TPOT", type: "sum", optional: 1 },
  { id: "training", title: "Training", type: "sum", optional: 1 },
  { id: "throughput", title: "Throughput", type: "sum", optional: 3 },
  { id: "basis", title: "Measured", type: "text", optional: 2 },
  { id: "rows", title: "Rows", type: "count", optional: 4 },
];

function range(interval: FigureInterval | undefined, unit: string): Cell {
  if (interval === undefined) return { value: null };
  const { low, high } = interval;
  const scale = unit.endsWith("s/s") ? countScale(unit, low) : chooseScale(unit, [low]);
  const text = [low, high].map((value) => significant(value / scale.factor, 2)).join("–");
  return { value: `${text} ${scale.unit}` };
}

const THOUSANDS = [
  ["", 1],
  ["k ", 1e3],
  ["M ", 1e6],
  ["B ", 1e9],
] as const;

/** Work a second, counted in thousands, millions or billions. */
function countScale(unit: string, low: number): Scale {
  const [prefix, factor] = THOUSANDS.findLast(([, size]) => low >= size) ?? THOUSANDS[0];
  return { unit: `${prefix}${unit}`, factor };
}

/** What the prediction could learn from: rows of the chip itself, of its family, or only of its class; rows of the stack or none. */
function basisWords({ chip, stackKnown }: FigureInterval["basis"]): string {
  return `${chip}${stackKnown ? " and stack" : ", not stack"}`;
}
