import type { InferenceTask } from "../input/workload-types.ts";

/** An interactive service is never planned fuller than this: waiting grows without bound towards 1. */
export const HIGHEST_LOAD = 0.9;

/**
 * Requests (or frames) per second that a task asks for, `factor` times today's demand.
 *
 * @param responseSeconds time that a closed-loop user waits for an answer before thinking about the next question
 */
export function arrivalsPerSecond(
  task: InferenceTask,
  factor: number,
  responseSeconds: number,
): number {
  const { load } = task;
  switch (load.kind) {
    case "rate":
      return factor * load.requestsPerSecond;
    case "users":
      return (factor * load.concurrentUsers) / (load.thinkSeconds + responseSeconds);
    case "frames":
      return factor * load.streams * load.framesPerSecond;
    case "volume":
      return (factor * load.requests) / load.deadlineSeconds;
    default:
      return load satisfies never;
  }
}
