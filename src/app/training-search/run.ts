import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { collector, joinHarvests, type Harvest } from "../../planner/training/harvest.ts";
import { countLayouts } from "../../planner/training/count-layouts.ts";
import { walkChunk } from "../../planner/training/walk.ts";
import { packageRoot } from "../package-root.ts";
import { jobWalk, type SearchJob, type SharedCounters } from "./job.ts";

/** Layouts of a search that takes about a third of a second on one thread; smaller ones are not worth another. */
const LARGE_LAYOUTS = 50_000;
const PROGRESS_MILLISECONDS = 100;

export interface SearchOptions {
  /** Threads of a search that is not small. */
  workers: number;
  onProgress?: (done: number, total: number) => void;
}

/** Costs every configuration of the job's space. The result depends neither on the number of workers nor on who walks which chunk. */
export async function runSearch(job: SearchJob, options: SearchOptions): Promise<Harvest> {
  const walk = jobWalk(job);
  const total = walk.chunks.length;
  const counters = { next: sharedCounter(), done: sharedCounter() };
  // Threads start at once, so that they have loaded and compiled what they need while this one does.
  const workers = countLayouts(walk.space) < LARGE_LAYOUTS ? 1 : Math.min(options.workers, total);
  const others = Array.from({ length: workers - 1 }, () => startWorker(job, counters));
  const own = collector(job.top);
  const walked = walkBeside(walk, counters, own, (done) => options.onProgress?.(done, total));
  const [, ...harvests] = await Promise.all([walked, ...others]);
  if (harvests.length === 0) return own.harvest;
  return joinHarvests([own.harvest, ...harvests], job.top);
}

/** Takes chunks as long as there are any, and lets interruptions and messages through in between. */
async function walkBeside(
  walk: ReturnType<typeof jobWalk>,
  { next, done }: SharedCounters,
  own: ReturnType<typeof collector>,
  tell: (done: number) => void,
): Promise<void> {
  let told = performance.now();
  for (;;) {
    const chunk = Atomics.add(next, 0, 1);
    if (chunk >= walk.chunks.length) return;
    walkChunk(walk, chunk, own);
    Atomics.add(done, 0, 1);
    if (performance.now() - told < PROGRESS_MILLISECONDS) continue;
    tell(Atomics.load(done, 0));
    await setImmediate();
    told = performance.now();
  }
}

const sharedCounter = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

function startWorker(job: SearchJob, counters: SharedCounters): Promise<Harvest> {
  const file = join(packageRoot(), "dist/workers/training-search.js");
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: { job, counters } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      // After a message this is without effect.
      reject(new Error(`a search thread ended early, with code ${code}`));
    });
  });
}
