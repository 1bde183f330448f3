import { FigureCheck } from "./figure-check.ts";
import type { FigureLimit } from "./limits.ts";
import type { LimitCheck } from "./types.ts";

/** The limit with its shortfall, in words. */
export function describeLimit(figure: FigureLimit): LimitCheck {
  const { id, taskId, what, rule, value, limit, unit } = figure;
  const title = taskId === null ? what : `${taskId}: ${what}`;
  const key = taskId === null ? id : `${taskId}.${id}`;
  if (Number.isFinite(value)) return new FigureCheck(key, title, figure);
  const message = `${title} grows without bound: the replicas cannot keep up with the demand.`;
  const missed = { value: null, unit, pass: false, shortfall: null, message };
  return { id: key, title, rule, limit, ...missed };
}
