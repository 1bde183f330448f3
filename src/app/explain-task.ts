import type { Task } from "../input/workload-types.ts";
import type { CandidateHardware } from "../planner/candidate.ts";
import type { PreparedTask, TaskVariant } from "../planner/prepare-task.ts";
import type { TaskPlan } from "../planner/types.ts";
import type { Phase, TaskExplanation } from "../report/explain-types.ts";
import { atClock } from "../simulation/clock.ts";
import { buildDevice, type Device } from "../simulation/device.ts";
import { resolveFormats, type Formats } from "../simulation/formats.ts";
import { enginePass } from "../simulation/one-shot.ts";
import { residentShare } from "../simulation/step-time.ts";
import { formatQuantity } from "../units/format.ts";
import { backwardStep } from "../workload/backward.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import type { Collective, Sharding, Step } from "../workload/types.ts";
import { memoryUse } from "./explain-memory.ts";
import { explainPhase } from "./explain-phase.ts";

/** What a phase is made of before its times are known. */
export interface TaskContext {
  task: Task;
  plan: TaskPlan;
  variant: TaskVariant;
  device: Device;
  formats: Formats;
}

/** Runs the plan of one task once more, keeping every operator. @throws Error when the plan is not of this hardware. */
export function explainTask(
  prepared: PreparedTask,
  plan: TaskPlan,
  hardware: CandidateHardware,
): TaskExplanation {
  const context = contextOf(prepared, plan, hardware);
  return {
    taskId: plan.taskId,
    modelId: plan.modelId,
    stackId: plan.stackId,
    phases: phasesOf(context),
    memory: memoryUse(context),
  };
}

function contextOf(
  prepared: PreparedTask,
  plan: TaskPlan,
  hardware: CandidateHardware,
): TaskContext {
  const { task, variants } = prepared;
  const variant = variants.find(
    ({ model, compression }) =>
      model.id === plan.modelId && compression.join() === plan.compression.join(),
  );
  const stack = hardware.stacks.find(({ id }) => id === plan.stackId);
  const built = stack && buildDevice(hardware.chip, hardware.family, hardware.system, stack);
  if (!variant || !built) throw new Error(`the plan of ${plan.taskId} does not fit its hardware`);
  const device = atClock(built, plan.clockFraction);
  const { weights, activations, cache } = plan.precision;
  const formats = resolveFormats(device, weights, activations, cache);
  if (!formats) throw new Error(`the formats of ${plan.taskId} do not fit its hardware`);
  return { task, plan, variant, device, formats };
}

function phasesOf(context: TaskContext): Phase[] {
  const { task, plan, variant, device, formats } = context;
  const { program } = variant;
  const { sharding, batch } = plan;
  if (!("kind" in program)) {
    if (task.kind === "inference") return [];
    const forward = program.forward(batch, task.sequenceLength, sharding);
    const backward = backwardStep(forward, task.trainableShare);
    const collectives = [...forward.collectives, ...namedApart(backward.collectives, forward)];
    const step = {
      operators: [...forward.operators, ...backward.operators],
      collectives: collectives.map((each) =>
        // Every virtual stage hands over.
        each.group === "pipeline"
          ? { ...each, count: each.count * (plan.training?.interleave ?? 1) }
          : each,
      ),
    };
    const work = `one micro-batch of ${count(batch)} × ${count(task.sequenceLength)}, forward and backward`;
    return [explainPhase("train step", work, step, device, formats, sharding, 0)];
  }
  if (task.kind !== "inference") return [];
  const input = task.inputLength.mean;
  if (program.kind === "one-shot") {
    const pass = enginePass({ program, device, formats, sharding, length: input }, batch);
    const { samples } = pass;
    const step = program.forward(samples, input, sharding);
    const engines = pass.busy > 1 ? ` on each of ${count(pass.busy)} engines` : "";
    const work = `${count(samples)} ${samples === 1 ? "sample" : "samples"}${engines}`;
    return [
      explainPhase("forward", work, step, pass.device, formats, sharding, pass.residentShare),
    ];
  }
  const residentAt = (split: Sharding): number =>
    residentShare(device, weightBytesPerChip(program, split, formats));
  const reading = plan.prefillPool?.sharding ?? sharding;
  const generated = Math.max(1, task.outputLength.mean) / 2;
  const local = Math.max(1, batch / (sharding.pipeline * sharding.data));
  return [
    explainPhase(
      "prefill",
      `one sequence of ${count(input)} input tokens`,
      program.prefill(1, input, reading),
      device,
      formats,
      reading,
      residentAt(reading),
    ),
    explainPhase(
      "decode",
      `${count(local)} sequences, ${count(input + generated)} tokens behind each`,
      program.decode(local, input, generated, sharding),
      device,
      formats,
      sharding,
      residentAt(sharding),
    ),
  ];
}

const count = (value: number): string => formatQuantity(value, "count");

/** Most collectives happen in both passes; the reader shall see which is which. */
function namedApart(collectives: readonly Collective[], forward: Step): Collective[] {
  const taken = new Set(forward.collectives.map(({ name }) => name));
  return collectives.map((each) =>
    taken.has(each.name) ? { ...each, name: `${each.name} (backward)` } : each,
  );
}
