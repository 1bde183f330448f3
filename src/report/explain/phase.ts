import { formatQuantity } from "../../units/format.ts";
import type { Block, Cell, Table } from "../document.ts";
import { significant } from "../figures.ts";
import type { MemoryUse, Phase, TaskExplanation } from "../explain-types.ts";
import { BOUND_WORD } from "../evaluation/words.ts";

/** Operators below this share of the step are summed up unless everything is asked for. */
const SMALL_SHARE = 0.005;

/** Where the time and the memory of one task go. */
export function taskBlocks(task: TaskExplanation, all: boolean): Block[] {
  return [
    ...task.phases.flatMap((phase) => phaseBlocks(task.taskId, phase, all)),
    ...memoryBlocks(task.taskId, task.memory),
  ];
}

function phaseBlocks(taskId: string, phase: Phase, all: boolean): Block[] {
  const seconds = formatQuantity(phase.seconds, "seconds");
  return [
    { kind: "heading", text: `${taskId}: ${phase.name}, ${seconds} for ${phase.work}` },
    { kind: "table", table: phaseTable(phase, all) },
    { kind: "facts", items: rooflineFacts(phase) },
  ];
}

/** Operators by falling time, then collectives and fixed time, so that the shares add up to the step. */
export function phaseTable(phase: Phase, all: boolean): Table {
  const sorted = phase.operators.toSorted((a, b) => b.seconds - a.seconds);
  const shown = sorted.filter(({ share }) => all || share >= SMALL_SHARE);
  const small = sorted.filter((operator) => !shown.includes(operator));
  const rows: Cell[][] = shown.map((operator) => [
    { value: operator.name },
    { value: operator.kind },
    { value: operator.count },
    { value: operator.seconds },
    { value: operator.share },
    { value: BOUND_WORD[operator.boundBy] },
    { value: operator.operations },
    { value: operator.bytes },
    { value: operator.bytes > 0 ? operator.operations / operator.bytes : null },
  ]);
  if (small.length > 0) {
    rows.push([
      { value: `${small.length} smaller` },
      { value: null },
      { value: sum(small.map(({ count }) => count)) },
      { value: sum(small.map(({ seconds }) => seconds)) },
      { value: sum(small.map(({ share }) => share)) },
      { value: null },
      { value: sum(small.map(({ operations }) => operations)) },
      { value: sum(small.map(({ bytes }) => bytes)) },
      { value: null },
    ]);
  }
  for (const collective of phase.collectives) {
    rows.push([
      { value: collective.name },
      { value: collective.kind },
      { value: collective.count },
      { value: collective.seconds },
      { value: collective.share },
      { value: BOUND_WORD.network },
      { value: null },
      { value: collective.bytes },
      { value: null },
    ]);
  }
  rows.push([
    { value: "step overhead" },
    { value: null },
    { value: null },
    { value: phase.overheadSeconds },
    { value: phase.seconds > 0 ? phase.overheadSeconds / phase.seconds : null },
    { value: BOUND_WORD.latency },
    { value: null },
    { value: null },
    { value: null },
  ]);
  return {
    columns: [
      { id: "operator", title: "Operator", type: "name" },
      { id: "kind", title: "Kind", type: "text", optional: 3 },
      { id: "count", title: "Count", type: "count" },
      { id: "seconds", title: "Time", type: "quantity", unit: "s" },
      { id: "share", title: "Share", type: "share" },
      { id: "boundBy", title: "Bound by", type: "text" },
      { id: "operations", title: "Work", type: "quantity", unit: "OP", optional: 1 },
      { id: "bytes", title: "Traffic", type: "quantity", unit: "B", optional: 1 },
      { id: "intensity", title: "Intensity", type: "quantity", unit: "OP/B", optional: 2 },
    ],
    rows,
  };
}

function rooflineFacts({ roofline }: Phase) {
  const rate = (value: number): string => formatQuantity(value, "operations-per-second");
  const stream = (value: number | null): string =>
    value === null ? "unknown" : formatQuantity(value, "bytes-per-second");
  const side =
    roofline.operationsPerByte >= roofline.ridgeOperationsPerByte ? "arithmetic" : "memory";
  return [
    {
      label: "Arithmetic",
      value: `${rate(roofline.achievedOperationsPerSecond)} of ${rate(roofline.reachableOperationsPerSecond)} reachable, ${rate(roofline.peakOperationsPerSecond)} peak`,
    },
    {
      label: "Memory",
      value: `${stream(roofline.achievedBytesPerSecond)} of ${stream(roofline.reachableBytesPerSecond)} reachable, ${stream(roofline.peakBytesPerSecond)} peak`,
    },
    {
      label: "Intensity",
      value: `${significant(roofline.operationsPerByte)} OP/B; ridge at ${significant(roofline.ridgeOperationsPerByte)} OP/B, so the roofline's limit is ${side}`,
    },
  ];
}

function memoryBlocks(taskId: string, memory: readonly MemoryUse[]): Block[] {
  if (memory.length === 0) return [];
  const total = sum(memory.map(({ bytes }) => bytes));
  return [
    { kind: "heading", text: `${taskId}: memory of one chip, ${formatQuantity(total, "bytes")}` },
    {
      kind: "table",
      table: {
        columns: [
          { id: "part", title: "Part", type: "text" },
          { id: "bytes", title: "Size", type: "quantity", unit: "B" },
          { id: "share", title: "Share", type: "share" },
        ],
        rows: memory.map(({ part, bytes }) => [
          { value: part },
          { value: bytes },
          { value: total > 0 ? bytes / total : null },
        ]),
      },
    },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
