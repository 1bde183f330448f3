import { once } from "node:events";
import { Worker } from "node:worker_threads";

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

/** A thread that says when it is ready, starts when it is told to, and says how many seconds the loop took. */
const THREAD = `
  const { parentPort } = require("node:worker_threads");
  function loop() {
    let sum = 0;
    for (let round = 1; round <= ${ROUNDS}; round++) {
      const compute = round * 1.7e-9 + 2e-6;
      const memory = (round * 3.1 + 5e4) / 3.35e12;
      sum += compute > memory ? compute : memory;
    }
    return sum;
  }
  loop();
  parentPort.on("message", () => parentPort.postMessage(loop()));
  parentPort.postMessage(0);`;

/**
 * How many times as fast a loop that shares nothing runs on so many threads as on one: what the cores had to give in these minutes.
 * The best of some rounds, each with one thread and then with all.
 */
export async function referenceSpeedup(threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(THREAD, { eval: true }));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const seconds = async (busy: readonly Worker[]): Promise<number> => {
    const started = performance.now();
    await Promise.all(
      busy.map((worker) => {
        const answer = once(worker, "message");
        // A thread has no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(0);
        return answer;
      }),
    );
    return (performance.now() - started) / 1000;
  };
  let alone = Number.POSITIVE_INFINITY;
  let together = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    alone = Math.min(alone, await seconds(workers.slice(0, 1)));
    together = Math.min(together, await seconds(workers));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return (threads * alone) / together;
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
