import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../app/package-root.ts";
import type { Range, WrittenPoint } from "./row-source.ts";
import type { WorkerMessage, WorkerTask } from "./worker.ts";

/** Points of a chunk: neighbours share what is remembered, and a chunk is short beside a sweep. */
export const CHUNK_POINTS = 16;
/**
 * A thread's results are short-lived text; with the usual 16 MB spaces for young objects each thread would take 48 MB for them alone.
 */
const YOUNG_MEGABYTES = 24;
/** Chunks ahead of the one that is being written, per worker: bounds what waits in memory. */
const AHEAD = 4;

/**
 * The points of a range in their order, evaluated by threads. Chunks have fixed borders and are put back into order, so the outcome
 * does not depend on the number of threads.
 *
 * @throws what a thread throws
 */
export async function* pooledPoints(
  task: WorkerTask,
  range: Range,
  workers: number,
): AsyncGenerator<readonly WrittenPoint[]> {
  const pool = new Pool(task, range, workers);
  try {
    for (let next = range.from; next < range.to;) {
      const points = await pool.take(next);
      next += points.length;
      yield points;
    }
  } finally {
    await pool.close();
  }
}

class Pool {
  readonly #range: Range;
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[] = [];
  /** Points that are finished before their turn, by index. */
  readonly #waiting = new Map<number, WrittenPoint>();
  #nextChunk: number;
  #written: number;
  #failure: unknown = null;
  #wake: () => void = () => {};

  constructor(task: WorkerTask, range: Range, workers: number) {
    this.#range = range;
    this.#nextChunk = range.from;
    this.#written = range.from;
    const file = join(packageRoot(), "dist", "cli", "sweep-worker.js");
    this.#workers = Array.from({ length: workers }, () => this.#start(file, task));
    for (const worker of this.#workers) this.#feed(worker);
  }

  /** Points from `index` on that are there, at least one. */
  async take(index: number): Promise<readonly WrittenPoint[]> {
    this.#written = index;
    for (const worker of this.#idle.splice(0)) this.#feed(worker);
    while (!this.#waiting.has(index)) {
      if (this.#failure !== null) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const points: WrittenPoint[] = [];
    for (let next = index; ; next += 1) {
      const point = this.#waiting.get(next);
      if (point === undefined) return points;
      this.#waiting.delete(next);
      points.push(point);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(file: string, task: WorkerTask): Worker {
    const worker = new Worker(file, {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "idle") this.#feed(worker);
      else for (const point of message.points) this.#waiting.set(point.point, point);
      this.#wake();
    });
    worker.on("error", (error) => {
      this.#failure = error;
      this.#wake();
    });
    return worker;
  }

  /** The next chunk, or a rest until the output has caught up. */
  #feed(worker: Worker): void {
    const window = this.#workers.length * AHEAD * CHUNK_POINTS;
    if (this.#nextChunk >= this.#range.to) return;
    if (this.#nextChunk - this.#written >= Math.max(window, CHUNK_POINTS * AHEAD)) {
      this.#idle.push(worker);
      return;
    }
    const from = this.#nextChunk;
    this.#nextChunk = Math.min(this.#range.to, from + CHUNK_POINTS);
    const range: Range = { from, to: this.#nextChunk };
    worker.postMessage(range, []);
  }
}
