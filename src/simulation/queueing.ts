/**
 * Waiting time in front of one server with Poisson arrivals (M/G/1, Pollaczek–Khinchine). The waiting time of those who
 * wait is taken as exponential, which is exact for M/M/1 and close for loads below 0.9.
 */
export interface Queue {
  arrivalsPerSecond: number;
  serviceSeconds: number;
  /** Coefficient of variation of the service time: 0 for a fixed time, 1 for an exponential one. */
  serviceVariation: number;
}

function load(queue: Queue): number {
  return queue.arrivalsPerSecond * queue.serviceSeconds;
}

/** Mean wait, seconds; infinite at a load of 1 or more. */
export function meanWaitSeconds(queue: Queue): number {
  const rho = load(queue);
  if (rho >= 1) return Number.POSITIVE_INFINITY;
  const shape = (1 + queue.serviceVariation ** 2) / 2;
  return (rho / (1 - rho)) * shape * queue.serviceSeconds;
}

/** Wait that `percentile` (0–100) of the arrivals stay below; the mean when `percentile` is null. */
export function waitSeconds(queue: Queue, percentile: number | null): number {
  const mean = meanWaitSeconds(queue);
  if (percentile === null || mean === 0 || !Number.isFinite(mean)) return mean;
  const rho = load(queue);
  const tail = 1 - percentile / 100;
  // P(wait > t) = ρ · exp(−t · ρ / mean): nobody waits with probability 1 − ρ.
  return rho <= tail ? 0 : (mean / rho) * Math.log(rho / tail);
}

/** Coefficient of variation of a log-normal length with this mean and 95th percentile. */
export function lengthVariation(mean: number, p95: number): number {
  if (p95 <= mean) return 0;
  // ln(p95/mean) = 1.645 σ − σ²/2; the smaller root is the distribution with the thinner tail.
  const z = 1.645;
  const ratio = Math.log(p95 / mean);
  const discriminant = z * z - 2 * ratio;
  const sigma = discriminant <= 0 ? z : z - Math.sqrt(discriminant);
  return Math.sqrt(Math.exp(sigma * sigma) - 1);
}
