import type { InferenceTask } from "../input/workload-types.ts";
import type { OneShotSetup } from "../simulation/one-shot.ts";
import { chipsPerReplica, type OneShotProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import type { FormatOption } from "./format-options.ts";
import { layoutWay } from "./one-shot/layout-way.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { servingShardings } from "./shardings.ts";
import type { Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

/** Every layout and batch size that fits. */
export function* oneShotWays(
  task: InferenceTask,
  program: OneShotProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Generator<Way> {
  for (const sharding of layouts(program, option, pins)) {
    const setup: OneShotSetup = {
      program,
      device: option.device,
      formats: option.formats,
      sharding,
      length: task.inputLength.mean,
      samplesPerRequest: samplesPerRequest(task, program),
      steps: task.steps,
    };
    yield layoutWay({ task, setup, option, head }, pins);
  }
}

/** One chip where it suffices; more only for models that do not fit or answer too slowly. */
function layouts(program: OneShotProgram, option: FormatOption, pins: Pins): readonly Sharding[] {
  const pinned = pinnedSharding(pins);
  if (pinned) return [pinned];
  if (program.limits.tensor === 1) return [UNSHARDED];
  const most = pins.chips ?? Number.POSITIVE_INFINITY;
  return servingShardings(program, option, pins).filter(
    (sharding) => chipsPerReplica(sharding) <= most,
  );
}

/** Models without a token axis read the input length as samples per request. */
function samplesPerRequest(task: InferenceTask, program: OneShotProgram): number {
  return program.countsTokens ? 1 : Math.max(1, task.inputLength.mean);
}
