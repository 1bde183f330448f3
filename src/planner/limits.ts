import type { LatencyLimit } from "../input/workload-types.ts";
import type { Dimension } from "../units/dimensions.ts";
import { formatQuantity } from "../units/format.ts";
import type { LimitCheck } from "./types.ts";

/** A figure that must not exceed a limit. `unit` is the base unit of the dimension, as printed in JSON. */
export function atMost(
  id: string,
  title: string,
  value: number,
  limit: number,
  unit: string,
  dimension: Dimension,
): LimitCheck {
  const pass = value <= limit * (1 + 1e-9);
  const show = (figure: number): string => formatQuantity(figure, dimension);
  const over = formatQuantity(value / limit - 1, "share");
  return {
    id,
    title,
    limit,
    value,
    unit,
    pass,
    shortfall: pass ? null : value - limit,
    message: pass
      ? `${title} ${show(value)} is within ${show(limit)}.`
      : `${title} ${show(value)} misses the limit of ${show(limit)} by ${over}.`,
  };
}

/** A figure that must not fall below a limit. */
export function atLeast(
  id: string,
  title: string,
  value: number,
  limit: number,
  unit: string,
  dimension: Dimension,
): LimitCheck {
  const pass = value >= limit * (1 - 1e-9);
  const show = (figure: number): string => formatQuantity(figure, dimension);
  const under = formatQuantity(1 - value / limit, "share");
  return {
    id,
    title,
    limit,
    value,
    unit,
    pass,
    shortfall: pass ? null : limit - value,
    message: pass
      ? `${title} ${show(value)} reaches the ${show(limit)} asked for.`
      : `${title} ${show(value)} falls short of the ${show(limit)} asked for by ${under}.`,
  };
}

/** Work per second that must keep up with the demand. */
export function throughputCheck(taskId: string, capacity: number, demand: number): LimitCheck {
  return atLeast(`${taskId}.throughput`, `${taskId}: throughput`, capacity, demand, "1/s", "rate");
}

/** Bytes that must fit into one chip's usable memory. */
export function memoryCheck(taskId: string, bytes: number, usable: number): LimitCheck {
  return atMost(`${taskId}.memory`, `${taskId}: memory of a chip`, bytes, usable, "B", "bytes");
}

/** A latency limit that is absent always passes and is not listed. */
export function latencyCheck(
  taskId: string,
  kind: "time-to-first-token" | "time-per-output-token" | "end-to-end",
  limit: LatencyLimit | null,
  seconds: number,
): LimitCheck[] {
  if (!limit) return [];
  const names = {
    "time-to-first-token": "time to first token",
    "time-per-output-token": "time per output token",
    "end-to-end": "end-to-end latency",
  };
  const at = limit.percentile === null ? "mean" : `p${limit.percentile}`;
  return [
    atMost(
      `${taskId}.${kind}`,
      `${taskId}: ${at} ${names[kind]}`,
      seconds,
      limit.limitSeconds,
      "s",
      "seconds",
    ),
  ];
}

/** A yes/no limit that failed. */
export function failed(id: string, title: string, message: string): LimitCheck {
  return { id, title, limit: null, value: null, unit: "", pass: false, shortfall: null, message };
}
