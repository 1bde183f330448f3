/** Even numbers of steps of Simpson's rule; 3e-9 off at most for up to ten criteria. */
const OUTER_STEPS = 600;
const INNER_STEPS = 200;

/**
 * Weights of places 1…n whose first is 1 and whose others are anything from 0 to 1 in falling order, all equally likely, each time divided
 * by their sum: their means (ROD weights: R. Roberts & P. Goodwin, Weight approximations in multi-attribute decision models, Journal of
 * Multi-Criteria Decision Analysis 11(6), 2002). A mean of x ÷ (1 + S) is the integral of the mean of x · e^(−tS) times e^(−t)
 * over t from 0 on, in which the uniform numbers no longer depend on one another.
 */
export function rankOrderDistribution(n: number): number[] {
  return Array.from({ length: n }, (_, place) =>
    simpson(OUTER_STEPS, (share) => {
      // t = share ÷ (1 − share) brings the whole axis between 0 and 1.
      if (share === 1) return 0;
      const t = share / (1 - share);
      return (Math.exp(-t) * discounted(place, n - 1, t)) / (1 - share) ** 2;
    }),
  );
}

/** Mean of e^(−tS) times the number at that place, S the sum of `others` uniform numbers; place 0 is the 1 beside them. */
function discounted(place: number, others: number, t: number): number {
  if (place === 0) return between(0, 1, t) ** others;
  const above = place - 1;
  const below = others - place;
  const logarithm = logFactorial(others) - logFactorial(above) - logFactorial(below);
  return simpson(INNER_STEPS, (x) => {
    const density = Math.exp(
      logarithm + power(between(0, x, t), below) + power(between(x, 1, t), above),
    );
    return x * Math.exp(-t * x) * density;
  });
}

/** Logarithm of a power; that of 0⁰ is 0. */
function power(base: number, exponent: number): number {
  return exponent === 0 ? 0 : exponent * Math.log(base);
}

/** Integral of e^(−ty) over y. */
function between(from: number, to: number, t: number): number {
  return t === 0 ? to - from : -Math.exp(-t * from) * (Math.expm1(-t * (to - from)) / t);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
}

/** Integral from 0 to 1. */
function simpson(steps: number, of: (x: number) => number): number {
  let sum = of(0) + of(1);
  for (let k = 1; k < steps; k += 1) sum += (k % 2 === 1 ? 4 : 2) * of(k / steps);
  return sum / (3 * steps);
}
