import type { LatencyLimit } from "../input/workload-types.ts";
import type { Dimension } from "../units/dimensions.ts";
import type { LimitCheck } from "./types.ts";

/**
 * A figure against a limit, before it is put into words: the planner checks thousands of these for every one that a
 * person reads.
 */
export interface FigureLimit {
  id: string;
  /** Words before the figure, e.g. "chat: p95 time to first token"; `taskId` comes first where there is one. */
  taskId: string | null;
  what: string;
  rule: "at-most" | "at-least";
  value: number;
  limit: number;
  /** Base unit, as printed in JSON. */
  unit: string;
  dimension: Dimension;
}

/** Rounding of sums must not decide. */
const SLACK = 1e-9;

export const isWithin = (value: number, limit: number): boolean => value <= limit * (1 + SLACK);

export const reaches = (value: number, limit: number): boolean => value >= limit * (1 - SLACK);

type Checked = Pick<FigureLimit, "rule" | "value" | "limit">;

export function holds({ rule, value, limit }: Checked): boolean {
  return rule === "at-most" ? isWithin(value, limit) : reaches(value, limit);
}

/** How far a missed limit is missed, relative to the limit; 0 when it holds. */
export function relativeMiss(figure: Checked): number {
  if (holds(figure)) return 0;
  const { value, limit } = figure;
  return limit > 0 ? Math.abs(value - limit) / limit : 1;
}

/** How far limits are missed together: every missed one counts one and its relative shortfall. */
export const missOf = (limits: readonly FigureLimit[]): number =>
  limits.reduce((sum, limit) => sum + (holds(limit) ? 0 : 1 + relativeMiss(limit)), 0);

/** The same for one limit on latency, from the seconds at its percentile. */
export function missOfLatency(
  limit: LatencyLimit | null,
  secondsAt: (percentile: number | null) => number,
): number {
  if (!limit) return 0;
  const { limitSeconds, percentile } = limit;
  const seconds = secondsAt(percentile);
  return isWithin(seconds, limitSeconds) ? 0 : 1 + (seconds - limitSeconds) / limitSeconds;
}

export function atMost(
  id: string,
  what: string,
  value: number,
  limit: number,
  unit: string,
  dimension: Dimension,
): FigureLimit {
  return { id, taskId: null, what, rule: "at-most", value, limit, unit, dimension };
}

/** Work per second that must keep up with the demand. */
export function throughputLimit(taskId: string, capacity: number, demand: number): FigureLimit {
  return {
    id: "throughput",
    taskId,
    what: "throughput",
    rule: "at-least",
    value: capacity,
    limit: demand,
    unit: "1/s",
    dimension: "rate",
  };
}

/** Bytes that must fit into one chip's usable memory. */
export function memoryLimit(taskId: string, bytes: number, usable: number): FigureLimit {
  return {
    id: "memory",
    taskId,
    what: "memory of a chip",
    rule: "at-most",
    value: bytes,
    limit: usable,
    unit: "B",
    dimension: "bytes",
  };
}

type Latency = "time-to-first-token" | "time-per-output-token" | "end-to-end";

const LATENCY_WORDS: Readonly<Record<Latency, string>> = {
  "time-to-first-token": "time to first token",
  "time-per-output-token": "time per output token",
  "end-to-end": "end-to-end latency",
};

/** A latency limit that is absent always holds and is not listed. */
export function latencyLimit(
  taskId: string,
  kind: Latency,
  limit: LatencyLimit | null,
  seconds: number,
): readonly FigureLimit[] {
  if (!limit) return [];
  const at = limit.percentile === null ? "mean" : `p${limit.percentile}`;
  return [
    {
      id: kind,
      taskId,
      what: `${at} ${LATENCY_WORDS[kind]}`,
      rule: "at-most",
      value: seconds,
      limit: limit.limitSeconds,
      unit: "s",
      dimension: "seconds",
    },
  ];
}

/** A yes/no limit that failed. */
export function failed(id: string, title: string, message: string): LimitCheck {
  return { id, title, limit: null, value: null, unit: "", pass: false, shortfall: null, message };
}
