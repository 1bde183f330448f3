import { setImmediate } from "node:timers/promises";
import type { Steps } from "../../questionnaire/steps.ts";

/** Keys and signals wait no longer than this and one step. */
const TURN_MILLISECONDS = 15;

/** Runs a computation with the event loop in between, so that keys and signals are seen; null when it is aborted. */
export async function inTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < TURN_MILLISECONDS) continue;
    await setImmediate();
    if (signal.aborted) return null;
    began = performance.now();
  }
}

/** Runs a computation for what it leaves in memory. Returns what stops it. */
export function inBackground(steps: Steps<unknown>): () => void {
  const controller = new AbortController();
  // Whoever needs the result computes it again, and is told what went wrong.
  inTurns(steps, controller.signal).catch(() => {});
  return () => controller.abort();
}
