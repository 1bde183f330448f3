/** Where an answer changes: the last value on the way with the old answer, and the first with the new one. */
export interface Flip<Answer> {
  holdsAt: number;
  to: number;
  answer: Answer;
}

/**
 * Steps outward from the present value, as factors. Small ones first and close together, because plans come in whole chips: a
 * winner may change at 3 % more demand and change back at 6 %. A change that reverts between two steps goes unseen.
 */
const STEPS = [
  1.005, 1.01, 1.02, 1.035, 1.05, 1.075, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6, 1.8, 2, 2.5, 3, 4, 5, 7, 10,
];

/** How close the two sides of a flip are brought together, relative to the value. */
const CLOSE = 1e-3;

/**
 * The smallest change of a value that changes an answer, by asking: outward in steps until the answer is new, then by
 * bisection between the last old and the first new one.
 *
 * @param end factor of the present value at which the search gives up; below 1 it searches downwards
 * @param ask the answer at a value, or null where it is the old one
 */
export function findFlip<Answer>(
  now: number,
  end: number,
  ask: (value: number) => Answer | null,
): Flip<Answer> | null {
  const down = end < 1;
  const furthest = down ? 1 / end : end;
  let holdsAt = now;
  for (const step of STEPS) {
    if (step > furthest * (1 + 1e-9)) return null;
    const value = down ? now / step : now * step;
    const answer = ask(value);
    if (answer !== null) return bisect({ holdsAt, to: value, answer }, ask);
    holdsAt = value;
  }
  return null;
}

function bisect<Answer>(found: Flip<Answer>, ask: (value: number) => Answer | null): Flip<Answer> {
  let flip = found;
  while (Math.abs(flip.to / flip.holdsAt - 1) > CLOSE) {
    const middle = Math.sqrt(flip.to * flip.holdsAt);
    const answer = ask(middle);
    flip = answer === null ? { ...flip, holdsAt: middle } : { ...flip, to: middle, answer };
  }
  return flip;
}
