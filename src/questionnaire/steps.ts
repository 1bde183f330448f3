/**
 * A computation in short steps. Whoever runs it may look at the keyboard between two steps, or never come back; what is
 * computed does not depend on it.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
