import type { Cell, Column } from "../document.ts";
import type { CandidateMetrics } from "../types.ts";
import type { SweepCandidate, SweepHeader, SweepPlan, SweepPoint } from "./types.ts";

interface SweepColumn {
  title: string;
  type?: Column["type"];
  unit?: string;
  value: (candidate: SweepCandidate) => number | string | null;
}

const COLUMNS: readonly SweepColumn[] = [
  { title: "rank", type: "count", value: ({ rank }) => rank },
  { title: "id", value: ({ id }) => id },
  { title: "name", value: ({ name }) => name },
  { title: "class", value: (candidate) => candidate.class },
  { title: "score", type: "score", value: ({ score }) => score },
  { title: "boundBy", value: ({ boundBy }) => boundBy },
  count("chips"),
  { title: "ownership", value: ({ plan }) => plan?.ownership ?? null },
  count("replicas"),
  count("tensorParallel"),
  count("pipelineParallel"),
  count("dataParallel"),
  count("expertParallel"),
  count("contextParallel"),
  count("batch"),
  { title: "weights", value: ({ plan }) => plan?.precision.weights ?? null },
  { title: "clockFraction", type: "share", value: ({ plan }) => plan?.clockFraction ?? null },
  metric("timeToFirstToken", "s", "timeToFirstTokenSeconds"),
  metric("timePerOutputToken", "s", "timePerOutputTokenSeconds"),
  metric("endToEnd", "s", "endToEndSeconds"),
  metric("training", "s", "trainingSeconds"),
  metric("throughput", "1/s", "throughputPerSecond"),
  metric("headroom", "x", "headroom"),
  metric("utilisation", "share", "utilisation"),
  metric("memoryPerChip", "B", "memoryBytesPerChip"),
  metric("power", "W", "powerWatts"),
  metric("energyPerWorkUnit", "J", "energyPerWorkUnitJoules"),
  metric("totalCost", "USD", "totalCostUsd"),
  metric("capital", "USD", "capitalUsd"),
  metric("monthly", "USD", "monthlyUsd"),
  metric("costPerWorkUnit", "USD", "costPerWorkUnitUsd"),
  { title: "workUnit", value: ({ metrics }) => metrics?.workUnit ?? null },
  { title: "missedLimits", value: ({ missed }) => missed.join("; ") },
  { title: "estimatedFields", value: ({ estimated }) => estimated.join("; ") },
];

/** Columns of the flat table of a sweep: the point, a column for each axis, the point's outcome, the candidate's figures. */
export function sweepColumns({ axes }: Pick<SweepHeader, "axes">): Column[] {
  const plain = (title: string, type: Column["type"] = "text"): Column => ({
    id: title,
    title,
    type,
  });
  return [
    plain("point", "count"),
    ...axes.map(({ key }) => plain(key)),
    plain("winner"),
    plain("feasible", "count"),
    ...COLUMNS.map(({ title, type, unit }): Column => ({
      ...plain(title, type),
      ...(unit === undefined ? {} : { unit }),
    })),
    plain("fault"),
  ];
}

/** One row for each candidate that a point lists; a point without any still has a row. */
export function sweepRows({ axes }: Pick<SweepHeader, "axes">, point: SweepPoint): Cell[][] {
  const candidates = point.candidates.length > 0 ? point.candidates : [null];
  return candidates.map((candidate) => [
    { value: point.point },
    ...axes.map(({ key }) => cell(point.over[key] ?? null)),
    { value: point.winner },
    { value: point.feasible },
    ...COLUMNS.map(({ value }) => cell(candidate && value(candidate))),
    { value: point.fault },
  ]);
}

function cell(value: number | string | boolean | null): Cell {
  return { value: typeof value === "boolean" ? String(value) : value };
}

function count(
  title: keyof SweepPlan & ("chips" | "replicas" | "batch" | `${string}Parallel`),
): SweepColumn {
  return { title, type: "count", value: ({ plan }) => plan?.[title] ?? null };
}

type Figure = {
  [Key in keyof CandidateMetrics]: CandidateMetrics[Key] extends number | null ? Key : never;
}[keyof CandidateMetrics];

function metric(title: string, unit: string, figure: Figure): SweepColumn {
  return { title, type: "quantity", unit, value: ({ metrics }) => metrics?.[figure] ?? null };
}
