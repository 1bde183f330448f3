import type { InferenceTask } from "../input/workload-types.ts";
import { oneShotChips, type OneShotSetup } from "../simulation/one-shot.ts";
import { once } from "../units/once.ts";
import { chipsPerReplica, type OneShotProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import { arrivalsPerSecond } from "./demand.ts";
import type { FormatOption } from "./format-options.ts";
import { pointsOf } from "./one-shot/batches.ts";
import { batchesSeconds, type OneShotServing } from "./one-shot/serving.ts";
import { bestReplicas } from "./one-shot/size.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { servingShardings } from "./shardings.ts";
import { anyOf, type Way } from "./task-option.ts";
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
    const points = once(() =>
      [...pointsOf(task, setup, pins)].map((point) =>
        batchWay({ task, setup, point, option, head }, pins),
      ),
    );
    yield anyOf(oneShotChips(setup), points);
  }
}

/** One batch size on a layout. */
function batchWay(fixed: Omit<OneShotServing, "demand" | "demandFactor">, pins: Pins): Way {
  const { task, setup, point, option, head } = fixed;
  const leastChips = oneShotChips(setup);
  const responseSeconds = batchesSeconds(setup, point);
  return {
    leastChips,
    least: (demandFactor) => {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      const replicas = demand / point.requestsPerSecond;
      const chips = leastChips * Math.max(1, Math.ceil(replicas - 1e-9));
      return { chips, chipShare: leastChips === 1 ? replicas : chips };
    },
    size(demandFactor) {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      return bestReplicas({ task, setup, point, option, head, demand, demandFactor }, pins);
    },
  };
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
