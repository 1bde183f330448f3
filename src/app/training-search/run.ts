import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { collector, joinHarvests, type Harvest } from "../../planner/training/harvest.ts";
import { walkChunk } from "../../planner/training/walk.ts";
import { packageRoot } from "../package-root.ts";
import { jobWalk, type SearchJob, type SharedCounters } from "./job.ts";

/** Searches that end sooner are not worth a thread, which takes a twentieth of a second to start. */
const ALONE_MILLISECONDS = 200;
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
  const own = collector(job.top);
  const started = performance.now();
  let next = 0;
  while (
    next < total &&
    (options.workers <= 1 || performance.now() - started < ALONE_MILLISECONDS)
  ) {
    walkChunk(walk, next++, own);
    options.onProgress?.(next, total);
  }
  if (next >= total) return own.harvest;
  const counters = { next: sharedCounter(next), done: sharedCounter(next) };
  const timer = setInterval(() => {
    options.onProgress?.(Atomics.load(counters.done, 0), total);
  }, PROGRESS_MILLISECONDS);
  try {
    const workers = Array.from({ length: Math.min(options.workers, total - next) }, () =>
      startWorker(job, counters),
    );
    return joinHarvests([own.harvest, ...(await Promise.all(workers))], job.top);
  } finally {
    clearInterval(timer);
  }
}

function sharedCounter(value: number): Int32Array {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  counter[0] = value;
  return counter;
}

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
