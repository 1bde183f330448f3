import type { Block, Cell, Column } from "../document.ts";
import type { Candidate, CandidateMetrics, EvaluationResult } from "../types.ts";
import { isEstimated, type FigureKind } from "./evidence.ts";
import { RANKED_SHOWN, type EvaluationView } from "./view.ts";
import { BOUND_WORD, workUnitWords } from "./words.ts";

export function ranked(result: EvaluationResult): Candidate[] {
  return result.candidates
    .filter((candidate) => candidate.rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

interface RankingColumn {
  column: Column;
  cell: (candidate: Candidate) => Cell;
}

export function ranking(result: EvaluationResult, view: EvaluationView): Block[] {
  const all = ranked(result);
  if (all.length === 0) return [];
  const shown = view.all ? all : all.slice(0, RANKED_SHOWN);
  const columns = rankingColumns(all, result.workload.tasks.length);
  const blocks: Block[] = [
    { kind: "heading", text: "Ranking" },
    {
      kind: "table",
      table: {
        columns: columns.map(({ column }) => column),
        rows: shown.map((candidate) => columns.map(({ cell }) => cell(candidate))),
      },
    },
  ];
  if (shown.length < all.length) {
    const more = all.length - shown.length;
    const text = `${more} more ${more === 1 ? "meets" : "meet"} every limit (--all lists ${more === 1 ? "it" : "them"}).`;
    blocks.push({ kind: "paragraph", text, tone: "muted" });
  }
  return blocks;
}

function rankingColumns(candidates: readonly Candidate[], tasks: number): RankingColumn[] {
  const workUnit = candidates.find(({ metrics }) => metrics !== null)?.metrics?.workUnit ?? "unit";
  // Times of several tasks do not fit one column: they stand in the table of tasks.
  const times = tasks > 1 ? [] : timeColumns(candidates);
  return [
    { column: { id: "rank", title: "#", type: "count" }, cell: ({ rank }) => ({ value: rank }) },
    { column: { id: "name", title: "Chip", type: "name" }, cell: nameCell },
    {
      column: { id: "class", title: "Class", type: "text", optional: 3 },
      cell: (candidate) => ({ value: candidate.class }),
    },
    {
      column: { id: "score", title: "Score", type: "score" },
      cell: ({ score, rank }) => ({ value: score, ...(rank === 1 ? { tone: "strong" } : {}) }),
    },
    {
      column: { id: "chips", title: "Chips", type: "count" },
      cell: ({ plan }) => ({ value: plan?.chips ?? null }),
    },
    {
      column: { id: "ownership", title: "Paid", type: "text", optional: 7 },
      cell: ({ plan }) => ({ value: plan?.ownership ?? null }),
    },
    metric("totalCostUsd", "Cost", "USD", "money"),
    metric("costPerWorkUnitUsd", "Unit cost", `USD/${workUnitWords(workUnit)}`, "money", 1),
    metric("powerWatts", "Power", "W", "power", 2),
    ...times,
    metric("headroom", "Headroom", "×", "time", tasks > 1 ? 2 : 5),
    {
      column: { id: "utilisation", title: "MFU", type: "share", optional: 8 },
      cell: ({ metrics }) => ({ value: metrics?.utilisation ?? null }),
    },
    {
      column: { id: "boundBy", title: "Bound by", type: "text" },
      cell: ({ boundBy }) => ({ value: boundBy === null ? null : BOUND_WORD[boundBy] }),
    },
    {
      column: { id: "confidence", title: "Data", type: "text", optional: 9 },
      cell: ({ evidence }) => ({
        value: evidence.verified ? evidence.confidence : `${evidence.confidence}, recalled`,
      }),
    },
  ];
}

function timeColumns(candidates: readonly Candidate[]): RankingColumn[] {
  const has = (key: keyof CandidateMetrics): boolean =>
    candidates.some(({ metrics }) => metrics !== null && metrics[key] !== null);
  const isGenerative = has("timePerOutputTokenSeconds");
  const columns = [
    ["timeToFirstTokenSeconds", "TTFT", 4],
    ["timePerOutputTokenSeconds", "TPOT", 0],
    ["endToEndSeconds", "Latency", isGenerative ? 6 : 0],
    ["trainingSeconds", "Training", 0],
  ] as const;
  return columns
    .filter(([key]) => has(key))
    .map(([key, title, optional]) => metric(key, title, "s", "time", optional));
}

function nameCell({ name, rank }: Candidate): Cell {
  return rank === 1 ? { value: name, tone: "strong" } : { value: name };
}

function metric(
  key: keyof CandidateMetrics,
  title: string,
  unit: string,
  kind: FigureKind,
  optional = 0,
): RankingColumn {
  return {
    column: { id: key, title, type: "quantity", unit, optional },
    cell: (candidate) => ({
      value: candidate.metrics?.[key] ?? null,
      estimated: isEstimated(candidate, kind),
    }),
  };
}
