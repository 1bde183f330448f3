import type { WorkTotals } from "../decision/reference-figures.ts";
import type { InferenceTask, Workload } from "../input/workload-types.ts";
import { arrivalsPerSecond } from "../planner/demand.ts";
import type { PreparedTask } from "../planner/prepare-task.ts";
import { BYTES_PER_ELEMENT } from "../units/precision.ts";
import type { Program } from "../workload/program.ts";
import type { TrainingProgram } from "../workload/training-program.ts";
import { UNSHARDED, type Step } from "../workload/types.ts";

const NO_WORK = { operations: 0, bytes: 0 };

/** Sequences that share one read of the weights in the ideal case: as many as serving engines schedule at once. */
const IDEAL_BATCH = 256;

/** The work that no plan avoids, per task, over the horizon and all sites. It fixes the good ends of cost and energy. */
export function workTotals(workload: Workload, tasks: readonly PreparedTask[]): WorkTotals[] {
  return tasks.map(({ task, variants }) => {
    const [first] = variants;
    if (!first) throw new Error(`task ${task.id} has no model`);
    const { program } = first;
    const perUnit =
      "kind" in program
        ? task.kind === "inference"
          ? perRequest(task, program)
          : NO_WORK
        : perToken(program, task);
    const units =
      task.kind === "inference" ? requests(task, workload) : task.totalTokens * workload.sites;
    return {
      taskId: task.id,
      operations: perUnit.operations * units,
      bytes: perUnit.bytes * units,
    };
  });
}

function requests(task: InferenceTask, workload: Workload): number {
  if (task.load.kind === "volume") return task.load.requests * workload.sites;
  // Users who wait for an answer that takes no time ask most often.
  return arrivalsPerSecond(task, 1, 0) * workload.budget.horizonSeconds * workload.sites;
}

const operationsOf = (step: Step): number =>
  step.operators.reduce((sum, operator) => sum + operator.count * operator.operations, 0);

function perRequest(task: InferenceTask, program: Program): { operations: number; bytes: number } {
  const input = task.inputLength.mean;
  const output = Math.max(1, task.outputLength.mean);
  if (program.kind === "one-shot") {
    const samples = program.countsTokens ? 1 : Math.max(1, input);
    const once = operationsOf(program.forward(1, input, UNSHARDED));
    return { operations: samples * program.passes(task.steps) * once, bytes: 0 };
  }
  const prefill = operationsOf(program.prefill(1, input, UNSHARDED));
  const decode = operationsOf(program.decode(1, input, output / 2, UNSHARDED));
  const weightBytes = Math.min(...task.precision.weights.map((each) => BYTES_PER_ELEMENT[each]));
  const cacheBytes = Math.min(...task.precision.cache.map((each) => BYTES_PER_ELEMENT[each]));
  const perStep =
    program.cacheElements(input, output / 2, UNSHARDED) * cacheBytes +
    (program.weightElements * weightBytes) / IDEAL_BATCH;
  return { operations: prefill + output * decode, bytes: output * perStep };
}

/** Training: forward once, backward twice (6·N·D and attention). */
function perToken(
  program: TrainingProgram,
  task: PreparedTask["task"],
): { operations: number; bytes: number } {
  const sequence = task.kind === "inference" ? 1 : task.sequenceLength;
  const forward = operationsOf(program.forward(1, sequence, UNSHARDED));
  return { operations: (3 * forward) / program.tokensPerSequence(sequence), bytes: 0 };
}
