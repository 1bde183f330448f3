import { servingPoint, type ServingBase, type ServingPoint } from "../../simulation/serving.ts";
import { arrivalsPerSecond } from "../demand.ts";
import { responseSeconds, type Serving } from "./serving.ts";

export interface Settled {
  actual: ServingPoint;
  /** Requests per second, all replicas. */
  demand: number;
}

/** The state in which each of `replicas` settles: batching thins out when there is less to do, and tokens come quicker. */
export function settled(serving: Serving, replicas: number): Settled {
  const { task, base, point, demand, demandFactor } = serving;
  if (task.mode === "batch") return { actual: point, demand };
  const { load } = task;
  if (load.kind !== "users") {
    const rate = (tried: ServingPoint): number => tried.requestsPerSecond;
    return { actual: emptiest(base, point, rate, demand / replicas), demand };
  }
  // A user either waits in the replica or thinks; quicker answers bring the next question sooner.
  const users = (tried: ServingPoint): number =>
    tried.batch + tried.requestsPerSecond * load.thinkSeconds;
  const actual = emptiest(base, point, users, (demandFactor * load.concurrentUsers) / replicas);
  return { actual, demand: arrivalsPerSecond(task, demandFactor, responseSeconds(actual)) };
}

/**
 * The point with the fewest sequences in flight at which `measure` reaches `enough`; the fullest when none does. What one sequence
 * contributes falls as the batch grows, so dividing by it steps down towards the answer and never past it; a step of less than
 * a thirty-second ends the walk.
 */
function emptiest(
  base: ServingBase,
  fullest: ServingPoint,
  measure: (point: ServingPoint) => number,
  enough: number,
): ServingPoint {
  let point = fullest;
  for (;;) {
    const next = (point.batch * enough) / measure(point);
    if (point.batch - next < Math.max(0.1, point.batch / 32)) return point;
    point = servingPoint(base, next);
  }
}
