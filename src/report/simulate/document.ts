import { formatQuantity } from "../../units/format.ts";
import type { Block, Cell, Document } from "../document.ts";
import { intervalBlocks } from "../evaluation/intervals.ts";
import { taskFormats, taskLayout } from "../evaluation/layout.ts";
import { leadingTask } from "../../planner/leading-task.ts";
import { BOUND_WORD } from "../evaluation/words.ts";
import { limitBlocks } from "../explain/limits.ts";
import { taskBlocks } from "../explain/phase.ts";
import type { SimulateResult } from "../explain-types.ts";
import { scheduleBlocks } from "../search/schedule.ts";
import { shellWord } from "../shell-word.ts";

export interface SimulateView {
  source: string;
  all: boolean;
}

export function simulateDocument(result: SimulateResult, view: SimulateView): Document {
  return {
    title: `${result.chip.name} for ${result.workload.name}`,
    blocks: [
      ...verdict(result),
      ...taskFigures(result),
      ...limitBlocks(result.limits),
      ...scheduleBlocks(result.plan?.tasks ?? []),
      ...result.tasks.flatMap((task) => taskBlocks(task, view.all)),
      ...intervalBlocks([
        { name: result.chip.name, intervals: result.intervals, plan: result.plan },
      ]),
      {
        kind: "next",
        why: "Next",
        command: `chipselect explain ${shellWord(view.source)} --chip ${result.chip.id}`,
      },
    ],
  };
}

function verdict(result: SimulateResult): Block[] {
  const { plan, chip, workload, feasible } = result;
  const text = feasible
    ? `${chip.name} runs ${workload.name} in this configuration and meets every limit.`
    : `${chip.name} cannot run ${workload.name} in this configuration within its limits.`;
  const facts = [];
  if (plan !== null) {
    facts.push(
      { label: "Chips", value: `${plan.chips}, ${taskLayout(leadingTask(plan))}` },
      { label: "Batch", value: String(plan.batch) },
      { label: "Format", value: taskFormats(leadingTask(plan)) },
    );
  }
  if (result.powerWatts !== null) {
    facts.push({ label: "Power", value: formatQuantity(result.powerWatts, "watts") });
  }
  facts.push({ label: "Efficiency", value: result.parameters });
  if (result.totalCostUsd !== null) {
    facts.push({ label: "Total cost", value: formatQuantity(result.totalCostUsd, "usd") });
  }
  const blocks: Block[] = [{ kind: "paragraph", text, tone: "strong" }];
  if (facts.length > 0) blocks.push({ kind: "facts", items: facts });
  // Missed limits are told below, with their table.
  const told = new Set(result.limits.map(({ message }) => message));
  const reasons = result.reasons.filter((reason) => !told.has(reason));
  if (reasons.length > 0) blocks.push({ kind: "list", items: reasons });
  return blocks;
}

function taskFigures({ tasks }: SimulateResult): Block[] {
  if (tasks.length === 0) return [];
  return [
    { kind: "heading", text: "Tasks" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "task", title: "Task", type: "name" },
          { id: "capacity", title: "Capacity", type: "quantity", unit: "1/s" },
          { id: "demand", title: "Demand", type: "quantity", unit: "1/s" },
          { id: "ttft", title: "TTFT", type: "quantity", unit: "s", optional: 1 },
          { id: "tpot", title: "TPOT", type: "quantity", unit: "s", optional: 1 },
          { id: "endToEnd", title: "Latency", type: "quantity", unit: "s", optional: 2 },
          { id: "training", title: "Training", type: "quantity", unit: "s", optional: 2 },
          { id: "utilisation", title: "MFU", type: "share" },
          { id: "memory", title: "Mem/chip", type: "quantity", unit: "B", optional: 3 },
          { id: "boundBy", title: "Bound by", type: "text" },
        ],
        rows: tasks.map(({ taskId, metrics, boundBy }): Cell[] => [
          { value: taskId },
          { value: metrics.capacityPerSecond },
          { value: metrics.demandPerSecond },
          { value: metrics.timeToFirstTokenSeconds },
          { value: metrics.timePerOutputTokenSeconds },
          { value: metrics.endToEndSeconds },
          { value: metrics.trainingSeconds },
          { value: metrics.utilisation },
          { value: metrics.memoryBytesPerChip },
          { value: BOUND_WORD[boundBy] },
        ]),
      },
    },
  ];
}
