/** A thread of a large search: takes chunks until none are left and sends what it has found. */
import { parentPort, workerData } from "node:worker_threads";
import { collector } from "../../planner/training/harvest.ts";
import { walkChunk } from "../../planner/training/walk.ts";
import { jobWalk, type SearchJob, type SharedCounters } from "./job.ts";

const { job, counters }: { job: SearchJob; counters: SharedCounters } = workerData;
const walk = jobWalk(job);
const into = collector(job.top);
for (;;) {
  const chunk = Atomics.add(counters.next, 0, 1);
  if (chunk >= walk.chunks.length) break;
  walkChunk(walk, chunk, into);
  Atomics.add(counters.done, 0, 1);
}
// A thread has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(into.harvest);
