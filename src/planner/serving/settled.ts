import { servingPoint, type ServingBase, type ServingPoint } from "../../simulation/serving.ts";
import { arrivalsPerSecond } from "../demand.ts";
import { crossing, meanBatches, type Figure } from "./batch-grid.ts";
import { fullState, responseSeconds, type Serving, type State } from "./serving.ts";

/** `settle`, once for each number of replicas. */
export function settled(serving: Serving, replicas: number): State {
  let state = serving.settled.get(replicas);
  if (!state) serving.settled.set(replicas, (state = settle(serving, replicas)));
  return state;
}

/** The state in which each of `replicas` settles: batching thins out when there is less to do, and tokens come quicker. */
function settle(serving: Serving, replicas: number): State {
  const { task, base, point, demand, demandFactor } = serving;
  if (task.mode === "batch") return fullState(serving);
  const { load } = task;
  if (load.kind !== "users") {
    const rate = demand / replicas;
    const actual = emptiest(
      base,
      point,
      (tried) => tried.requestsPerSecond,
      rate,
      (seconds) => resting(seconds, rate),
    );
    return { actual, demand };
  }
  // A user either waits in the replica or thinks; quicker answers bring the next question sooner.
  const { thinkSeconds } = load;
  const users = (demandFactor * load.concurrentUsers) / replicas;
  const present = (tried: ServingPoint): number =>
    tried.batch + tried.requestsPerSecond * thinkSeconds;
  const actual = emptiest(base, point, present, users, (seconds) =>
    restingWithUsers(seconds, users, thinkSeconds),
  );
  return { actual, demand: arrivalsPerSecond(task, demandFactor, responseSeconds(actual)) };
}

/**
 * The point with the fewest sequences in flight, to the next of the grid, at which `measure` reaches `enough`; the fullest when none
 * does. `atRest` solves the same where steps take as long as those of one sequence.
 */
function emptiest(
  base: ServingBase,
  fullest: ServingPoint,
  measure: (point: ServingPoint) => number,
  enough: number,
  atRest: (seconds: RequestSeconds) => number,
): ServingPoint {
  if (measure(fullest) <= enough) return fullest;
  const { pipeline, data } = base.sharding;
  // With one sequence a stage and group or fewer, every step takes the same time.
  const one = Math.min(fullest.batch, pipeline * data);
  const idle = one === fullest.batch ? fullest : servingPoint(base, one);
  if (measure(idle) > enough) {
    const decode = base.outputTokens * idle.stepSeconds * pipeline;
    return servingPoint(
      base,
      Math.min(one, atRest({ decode, prefill: base.prefillSeconds / data })),
    );
  }
  const pointAt = (batch: number): ServingPoint => servingPoint(base, batch);
  const ends = { below: idle, above: fullest };
  // Time for one request is what all share, divided by the batch, and what each takes for itself.
  const figure: Figure = {
    of: (point) => -1 / measure(point),
    axis: (batch) => -1 / batch,
    batchAt: (place) => -1 / place,
  };
  return crossing(meanBatches(fullest.batch), ends, pointAt, figure, -1 / enough).above;
}

/** Time that a replica gives one request: `decode` is shared by all that are in flight, `prefill` is not. */
interface RequestSeconds {
  decode: number;
  prefill: number;
}

/** Sequences in flight at `rate` requests a second: rate = n / (decode + n · prefill). */
const resting = ({ decode, prefill }: RequestSeconds, rate: number): number =>
  (rate * decode) / (1 - rate * prefill);

/** Sequences in flight when `users` think or wait: users = n + think · n / (decode + n · prefill), solved for n. */
function restingWithUsers(
  { decode, prefill }: RequestSeconds,
  users: number,
  thinkSeconds: number,
): number {
  const linear = decode + thinkSeconds - users * prefill;
  const root = Math.sqrt(linear ** 2 + 4 * prefill * users * decode);
  // The form that does not cancel where prefill takes no time.
  return linear > 0 ? (2 * users * decode) / (linear + root) : (root - linear) / (2 * prefill);
}
