import { parentPort, workerData } from "node:worker_threads";
import type { RowFormat } from "../../report/sweep/rows.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { prepareSweep, type SweepSetup } from "./prepare.ts";
import { writtenPoints, type Range, type WrittenPoint } from "./row-source.ts";

/** A thread of the pool: builds the same sweep for itself, then evaluates the ranges that it is sent, one at a time. */
export interface WorkerTask {
  setup: SweepSetup;
  header: SweepHeader;
  format: RowFormat;
}

export type WorkerMessage =
  | { kind: "points"; points: readonly WrittenPoint[] }
  /** The range is finished; another one may come. */
  | { kind: "idle" };

const task: WorkerTask = workerData;
const { sweep } = prepareSweep(task.setup);

parentPort?.on("message", (range: Range) => {
  const send = (message: WorkerMessage): void => parentPort?.postMessage(message, []);
  for (const points of writtenPoints(sweep, task.header, task.format, range)) {
    send({ kind: "points", points });
  }
  send({ kind: "idle" });
});
