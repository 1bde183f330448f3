import type { InferenceTask } from "../input/workload-types.ts";
import { servingChips, servingMemory, type ServingSetup } from "../simulation/serving.ts";
import { once } from "../units/once.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import type { Sharding } from "../workload/types.ts";
import type { FormatOption } from "./format-options.ts";
import { NO_PINS, pinnedSharding, type Pins } from "./pins.ts";
import { LayoutWay } from "./serving/layout-way.ts";
import { poolChoice } from "./serving/prefill-pool.ts";
import type { Held } from "./serving/serving.ts";
import { pipelineShardings, servingShardings } from "./shardings.ts";
import type { Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

/** Every layout of one format option that can hold the weights, each with its best batch sizes. */
export function* generativeWays(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Generator<Way> {
  const shardings = servingShardings(program, option, pins, task.inputLength.mean);
  let setups = holding(task, program, option, shardings, pins);
  // Weights that leave no room for a single sequence's cache need stages too.
  if (setups.length === 0) {
    setups = holding(task, program, option, pipelineShardings(program, option), pins);
  }
  for (const held of setups) yield new LayoutWay({ task, option, head, pins, pools: null }, held);
  if (!task.disaggregation || task.mode === "batch" || isPinned(pins)) return;
  const pools = once(() => poolChoice(task, setups));
  for (const held of setups) yield new LayoutWay({ task, option, head, pins, pools }, held);
}

/** Pins describe replicas of one kind. */
const isPinned = ({ chips, dataParallel, batch, ...pins }: Pins): boolean =>
  chips !== null ||
  dataParallel !== null ||
  batch !== null ||
  pinnedSharding({ ...NO_PINS, ...pins }) !== null;

/** The layouts that hold at least one sequence on no more chips than there may be; pinned ones whatever they hold. */
function holding(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  shardings: readonly Sharding[],
  pins: Pins,
): readonly Held[] {
  const setups = shardings.map((sharding): Held => {
    const setup: ServingSetup = {
      program,
      device: option.device,
      formats: option.formats,
      sharding,
      inputTokens: task.inputLength.mean,
      outputTokens: Math.max(1, task.outputLength.mean),
    };
    return { setup, memory: servingMemory(setup) };
  });
  if (pinnedSharding(pins) !== null) return setups;
  return setups.filter(
    ({ setup, memory }) =>
      (pins.batch !== null || memory.largestBatch >= 1) &&
      (pins.chips === null || servingChips(setup) <= pins.chips),
  );
}
