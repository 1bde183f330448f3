import { availableParallelism } from "node:os";
import { jobWalk, type SearchJob } from "../../app/training-search/job.ts";
import { runSearch } from "../../app/training-search/run.ts";
import { collector } from "../../planner/training/harvest.ts";
import { walkChunk } from "../../planner/training/walk.ts";
import { referenceSpeedup } from "./reference-loop.ts";

export interface KernelFigures {
  /** Configurations costed in one search, and per second of CPU on one core and of time on all. */
  configurations: number;
  perSecondOneCore: number;
  cores: number;
  perSecondAllCores: number;
  /** Time on one thread over time on as many as there are cores; as good as the cores are free. */
  speedup: number;
  /** The same for a loop that shares nothing, measured in the same minutes: what the cores had to give. */
  loopSpeedup: number;
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
  const loopSpeedup = await referenceSpeedup(cores);
  let alone = Number.POSITIVE_INFINITY;
  let together = Number.POSITIVE_INFINITY;
  let all = 0;
  // In turn, so that a busy moment of the machine strikes both.
  for (let attempt = 0; attempt < 5; attempt++) {
    const one = await timed(large, 1);
    const every = await timed(large, cores);
    alone = Math.min(alone, one.seconds);
    together = Math.min(together, every.seconds);
    all = every.configurations;
  }
  return {
    configurations,
    perSecondOneCore: configurations / bestCpu,
    cores,
    perSecondAllCores: all / together,
    speedup: alone / together,
    loopSpeedup: Math.max(loopSpeedup, await referenceSpeedup(cores)),
  };
}

async function timed(
  job: SearchJob,
  workers: number,
): Promise<{ seconds: number; configurations: number }> {
  const started = performance.now();
  const { configurations } = await runSearch(job, { workers });
  return { seconds: (performance.now() - started) / 1000, configurations };
}
