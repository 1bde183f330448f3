import { availableParallelism } from "node:os";
import { jobWalk, type SearchJob } from "../../app/training-search/job.ts";
import { runSearch } from "../../app/training-search/run.ts";
import { collector } from "../../planner/training/harvest.ts";
import { walkChunk } from "../../planner/training/walk.ts";

export interface KernelFigures {
  /** Configurations costed in one search, and per second of CPU on one core and of time on all. */
  configurations: number;
  perSecondOneCore: number;
  cores: number;
  perSecondAllCores: number;
  /** Time on one thread over time on as many as there are cores; as good as the cores are free. */
  speedup: number;
}

/**
 * The kernel that `evaluate` and `simulate --search` use.
 *
 * @param large a search of seconds, so that starting threads does not decide what they gain
 */
export async function benchKernel(job: SearchJob, large: SearchJob): Promise<KernelFigures> {
  let bestCpu = Number.POSITIVE_INFINITY;
  let configurations = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const walk = jobWalk(job);
    const into = collector(job.top);
    const started = process.cpuUsage();
    for (let chunk = 0; chunk < walk.chunks.length; chunk++) walkChunk(walk, chunk, into);
    bestCpu = Math.min(bestCpu, process.cpuUsage(started).user / 1e6);
    configurations = into.harvest.configurations;
  }
  const cores = availableParallelism();
  const alone = await quickest(large, 1);
  const together = await quickest(large, cores);
  return {
    configurations,
    perSecondOneCore: configurations / bestCpu,
    cores,
    perSecondAllCores: together.configurations / together.seconds,
    speedup: alone.seconds / together.seconds,
  };
}

async function quickest(
  job: SearchJob,
  workers: number,
): Promise<{ seconds: number; configurations: number }> {
  let seconds = Number.POSITIVE_INFINITY;
  let configurations = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const started = performance.now();
    configurations = (await runSearch(job, { workers })).configurations;
    seconds = Math.min(seconds, (performance.now() - started) / 1000);
  }
  return { seconds, configurations };
}
