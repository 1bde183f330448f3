import type { Cell, Column, Table } from "../document.ts";
import type { Candidate, EvaluationResult } from "../types.ts";
import { failedLimits } from "./misses.ts";

interface CandidateColumn {
  title: string;
  type?: Column["type"];
  unit?: string;
  value: (candidate: Candidate) => number | string | boolean | null;
}

const COLUMNS: readonly CandidateColumn[] = [
  { title: "id", value: ({ id }) => id },
  { title: "name", value: ({ name }) => name },
  { title: "vendor", value: ({ vendor }) => vendor },
  { title: "class", value: (candidate) => candidate.class },
  { title: "rank", type: "count", value: ({ rank }) => rank },
  { title: "feasible", value: ({ feasible }) => feasible },
  { title: "score", type: "score", value: ({ score }) => score },
  { title: "boundBy", value: ({ boundBy }) => boundBy },
  { title: "chips", type: "count", value: ({ plan }) => plan?.chips ?? null },
  { title: "replicas", type: "count", value: ({ plan }) => plan?.replicas ?? null },
  { title: "tensorParallel", type: "count", value: ({ plan }) => plan?.tensorParallel ?? null },
  { title: "pipelineParallel", type: "count", value: ({ plan }) => plan?.pipelineParallel ?? null },
  { title: "dataParallel", type: "count", value: ({ plan }) => plan?.dataParallel ?? null },
  { title: "expertParallel", type: "count", value: ({ plan }) => plan?.expertParallel ?? null },
  { title: "contextParallel", type: "count", value: ({ plan }) => plan?.contextParallel ?? null },
  { title: "batch", type: "count", value: ({ plan }) => plan?.batch ?? null },
  { title: "weights", value: ({ plan }) => plan?.precision.weights ?? null },
  { title: "ownership", value: ({ plan }) => plan?.ownership ?? null },
  metric("timeToFirstToken", "s", (m) => m.timeToFirstTokenSeconds),
  metric("timePerOutputToken", "s", (m) => m.timePerOutputTokenSeconds),
  metric("endToEnd", "s", (m) => m.endToEndSeconds),
  metric("training", "s", (m) => m.trainingSeconds),
  metric("throughput", "1/s", (m) => m.throughputPerSecond),
  metric("headroom", "x", (m) => m.headroom),
  metric("utilisation", "share", (m) => m.utilisation),
  metric("memoryPerChip", "B", (m) => m.memoryBytesPerChip),
  metric("power", "W", (m) => m.powerWatts),
  metric("energyPerWorkUnit", "J", (m) => m.energyPerWorkUnitJoules),
  metric("totalCost", "USD", (m) => m.totalCostUsd),
  metric("capital", "USD", (m) => m.capitalUsd),
  metric("monthly", "USD", (m) => m.monthlyUsd),
  metric("costPerWorkUnit", "USD", (m) => m.costPerWorkUnitUsd),
  { title: "workUnit", value: ({ metrics }) => metrics?.workUnit ?? null },
  { title: "missedLimits", value: missedLimits },
  { title: "dataConfidence", value: ({ evidence }) => evidence.confidence },
  { title: "estimatedFields", value: ({ evidence }) => evidence.estimated.join("; ") },
];

/** One row a candidate, feasible or not, in the order of the result: the table behind the CSV report. */
export function candidatesTable(result: EvaluationResult): Table {
  const contributions = result.criteria.map(({ id }): CandidateColumn => ({
    title: `contribution.${id}`,
    type: "score",
    value: ({ criteria }) =>
      criteria.find((criterion) => criterion.id === id)?.contribution ?? null,
  }));
  const columns = [...COLUMNS, ...contributions];
  return {
    columns: columns.map(({ title, type, unit }) => ({
      id: title,
      title,
      type: type ?? "text",
      ...(unit === undefined ? {} : { unit }),
    })),
    rows: result.candidates.map((candidate) =>
      columns.map(({ value }) => plainCell(value(candidate))),
    ),
  };
}

function metric(
  title: string,
  unit: string,
  value: (metrics: NonNullable<Candidate["metrics"]>) => number | null,
): CandidateColumn {
  return {
    title,
    type: "quantity",
    unit,
    value: ({ metrics }) => (metrics === null ? null : value(metrics)),
  };
}

function missedLimits(candidate: Candidate): string {
  return failedLimits(candidate)
    .map(({ message }) => message)
    .join("; ");
}

function plainCell(value: number | string | boolean | null): Cell {
  return { value: typeof value === "boolean" ? String(value) : value };
}
