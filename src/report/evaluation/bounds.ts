import type { Bound, TaskPlan } from "../../planner/types.ts";
import type { Block, Cell, Column } from "../document.ts";
import type { Candidate, EvaluationResult } from "../types.ts";
import { isEstimated } from "./evidence.ts";
import { taskFormats, taskLayout } from "./layout.ts";
import { ranked } from "./ranking.ts";
import { JUSTIFIED_SHOWN } from "./view.ts";
import { BOUND_MEANING, BOUND_WORD } from "./words.ts";

/** How each of the best candidates runs each task, what holds it back, and the reasons that the planner gives. */
export function bounds(result: EvaluationResult): Block[] {
  const top = ranked(result).slice(0, JUSTIFIED_SHOWN);
  if (top.length === 0) return [];
  const rows = top.flatMap((candidate) =>
    (candidate.plan?.tasks ?? []).map((task, index) => ({ candidate, task, first: index === 0 })),
  );
  const meanings = [...new Set(rows.map(({ task }) => task.boundBy))].map(meaning);
  const reasons = top.flatMap(({ name, reasons }) =>
    reasons.length === 0 ? [] : [`${name}: ${reasons.join(" ")}`],
  );
  return [
    { kind: "heading", text: "How each runs, and what binds it" },
    {
      kind: "table",
      table: {
        columns: COLUMNS,
        rows: rows.map(({ candidate, task, first }) =>
          taskRow(candidate, task, first, result.workload.tasks.length > 1),
        ),
      },
    },
    { kind: "list", items: [...meanings, ...formatRoles(rows), ...reasons] },
  ];
}

const COLUMNS: readonly Column[] = [
  { id: "name", title: "Chip", type: "name" },
  // Without cells where the workload has one task; the column then goes.
  { id: "task", title: "Task", type: "text", optional: 1 },
  { id: "boundBy", title: "Bound by", type: "text" },
  { id: "layout", title: "Layout", type: "text" },
  { id: "batch", title: "Batch", type: "count", optional: 4 },
  { id: "precision", title: "Format", type: "text", optional: 2 },
  { id: "stack", title: "Software", type: "text", optional: 9 },
  { id: "utilisation", title: "MFU", type: "share", optional: 3 },
  { id: "headroom", title: "Headroom", type: "quantity", unit: "×", optional: 5 },
  { id: "ttft", title: "TTFT", type: "quantity", unit: "s", optional: 11 },
  { id: "tpot", title: "TPOT", type: "quantity", unit: "s", optional: 10 },
  { id: "endToEnd", title: "Latency", type: "quantity", unit: "s", optional: 8 },
  { id: "training", title: "Training", type: "quantity", unit: "s", optional: 7 },
  { id: "memory", title: "Mem/chip", type: "quantity", unit: "B", optional: 6 },
];

function taskRow(candidate: Candidate, task: TaskPlan, first: boolean, several: boolean): Cell[] {
  const { metrics } = task;
  const estimated = isEstimated(candidate, "time");
  return [
    { value: first ? candidate.name : "" },
    { value: several ? task.taskId : null },
    { value: BOUND_WORD[task.boundBy] },
    { value: taskLayout(task) },
    { value: task.batch },
    { value: taskFormats(task) },
    { value: task.stackId },
    { value: metrics.utilisation },
    { value: metrics.capacityPerSecond / metrics.demandPerSecond, estimated },
    { value: metrics.timeToFirstTokenSeconds, estimated },
    { value: metrics.timePerOutputTokenSeconds, estimated },
    { value: metrics.endToEndSeconds, estimated },
    { value: metrics.trainingSeconds, estimated },
    { value: metrics.memoryBytesPerChip },
  ];
}

/** What the parts of a format stand for, in the longest form that the table has. */
function formatRoles(rows: readonly { task: TaskPlan }[]): string[] {
  const parts = rows.map(({ task }) => taskFormats(task).split(",")[0]?.split("/").length ?? 1);
  const most = Math.max(...parts);
  if (most === 1) return [];
  return [
    most === 2 ? "Format: weights/activations" : "Format: weights/activations/key-value cache",
  ];
}

function meaning(bound: Bound): string {
  return `${BOUND_WORD[bound]} = ${BOUND_MEANING[bound]}`;
}
