/** Operations of one round: two multiplies, two adds, a division and a comparison, as a cost kernel has them. */
const ROUNDS = 40_000_000;

/**
 * Rounds per second of a fixed loop of floating-point arithmetic. Figures over this one compare across days and machines: what the
 * machine does faster or slower it does to both.
 */
export function referenceRoundsPerSecond(): number {
  let best = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const started = process.cpuUsage();
    const sum = loop();
    const { user } = process.cpuUsage(started);
    if (!Number.isFinite(sum)) throw new Error("the reference loop went astray");
    best = Math.max(best, ROUNDS / (user / 1e6));
  }
  return best;
}

function loop(): number {
  let sum = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const compute = round * 1.7e-9 + 2e-6;
    const memory = (round * 3.1 + 5e4) / 3.35e12;
    sum += compute > memory ? compute : memory;
  }
  return sum;
}
