import type { Catalog } from "../../catalog/types.ts";
import type { TrainingTask, Workload } from "../../input/workload-types.ts";
import type { FormatOption } from "../../planner/format-options.ts";
import { NO_PINS } from "../../planner/pins.ts";
import { optionsFor } from "../../planner/plan-task.ts";
import type { PreparedTask } from "../../planner/prepare-task.ts";
import { trainingSetup } from "../../planner/plan-training.ts";
import { layoutOf, type FoundLayout } from "../../planner/training/found.ts";
import { optimizerFormats } from "../../planner/training/optimizer-formats.ts";
import { paretoFront } from "../../planner/training/harvest.ts";
import { scheduleOf } from "../../planner/training/schedule.ts";
import { trainingSpace, type SpaceLimits } from "../../planner/training/space.ts";
import type { RequestedConfiguration } from "../../report/explain-types.ts";
import type { FormatSearch, SearchedLayout, SearchResult } from "../../report/search-types.ts";
import { microStep, trainingPoint, type TrainingSetup } from "../../simulation/training.ts";
import type { Precision } from "../../units/precision.ts";
import { indexHardware } from "../hardware.ts";
import { prepareWorkload } from "../resolve-models.ts";
import { rejectedOf } from "./rejected.ts";
import { runSearch, type SearchOptions } from "./run.ts";

export interface SearchRequest extends Omit<RequestedConfiguration, "chips"> {
  chips: { from: number; to: number } | null;
  top: number;
}

/**
 * Costs every legal configuration of the workload's training task on one chip; what the request fixes is fixed, everything else is
 * tried.
 *
 * @throws Error when the catalogue has no such chip or the workload no training task; ModelError as `evaluate`
 */
export async function searchTraining(
  workload: Workload,
  catalog: Catalog,
  chipId: string,
  request: SearchRequest,
  options: SearchOptions & { version: string },
): Promise<SearchResult> {
  const chip = catalog.chips.find(({ id }) => id === chipId);
  if (!chip) throw new Error(`no chip ${chipId} in the catalogue`);
  const { tasks, warnings } = prepareWorkload(workload, catalog);
  const prepared = tasks.find(({ task }) => task.kind !== "inference");
  const task = prepared?.task;
  if (!prepared || !task || task.kind === "inference") throw new Error("no training task");
  const hardware = indexHardware(catalog).of(chip, workload.constraints.stacks);
  const pins = { ...NO_PINS, stackId: request.stackId, precision: request.precision };
  const fixed = limitsOf(request);
  const searches: FormatSearch[] = [];
  for (const option of optionsFor(prepared, hardware, pins)) {
    for (const optimizer of optimizerFormats(task, option.device, request.precision?.optimizer)) {
      const one = { task, option, optimizer, fixed, top: request.top };
      searches.push(await searchOption(prepared, one, options));
    }
  }
  const { from, to } = request.chips ?? { from: 1, to: hardware.system.scaleOut?.maxChips ?? 1 };
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload: { name: workload.name },
    chip: { id: chip.id, name: chip.name },
    task: { id: task.id, model: prepared.model.name },
    chips: { from, to },
    searches,
    warnings,
  };
}

const limitsOf = (request: SearchRequest): SpaceLimits => ({
  tensor: request.tensorParallel,
  context: request.contextParallel,
  expert: request.expertParallel,
  pipeline: request.pipelineParallel,
  data: request.dataParallel,
  microBatch: request.batch,
  chips: request.chips,
});

interface OneSearch {
  task: TrainingTask;
  option: FormatOption;
  optimizer: Precision;
  fixed: SpaceLimits;
  top: number;
}

async function searchOption(
  { model, variants }: PreparedTask,
  { task, option, optimizer, fixed, top }: OneSearch,
  options: SearchOptions,
): Promise<FormatSearch> {
  const program = variants.map((each) => each.program).find((each) => !("kind" in each));
  if (!program || "kind" in program) throw new Error(`${model.id} is not trained`);
  const setup = trainingSetup(task, program, option, optimizer);
  const { program: _, ...plain } = setup;
  const { device } = setup;
  const job = { model, ...plain, optimizer, fixed, top };
  const harvest = await runSearch(job, options);
  const describe = (found: FoundLayout): SearchedLayout => searched(setup, task, found);
  return {
    stackId: device.stack.id,
    precision: { ...option.precision, optimizer },
    legal: harvest.configurations + harvest.sameCost,
    costed: harvest.configurations,
    fitting: harvest.fitting,
    best: harvest.best.map(describe),
    front: paretoFront(harvest).map(describe),
    rejected: rejectedOf(trainingSpace(setup, fixed).rejected, harvest.rejected),
  };
}

/** The simulation's own figures of a layout. */
function searched(setup: TrainingSetup, task: TrainingTask, found: FoundLayout): SearchedLayout {
  const layout = layoutOf(found);
  const point = trainingPoint(setup, layout, microStep(setup, layout));
  const trainingSeconds = task.totalTokens / point.tokensPerSecond;
  const { tensor, pipeline, context, expert, data } = layout.sharding;
  return {
    chips: point.chips,
    tensorParallel: tensor,
    pipelineParallel: pipeline,
    dataParallel: data,
    expertParallel: expert,
    contextParallel: context,
    microBatch: layout.microBatch,
    microBatches: point.microBatches,
    zeroStage: layout.zeroStage,
    recompute: layout.recompute,
    ...scheduleOf(layout),
    stepSeconds: point.stepSeconds,
    trainingSeconds,
    meetsDeadline: trainingSeconds <= task.deadlineSeconds,
    utilisation: point.modelFlopsUtilisation,
    memoryBytesPerChip: point.memoryBytesPerChip,
  };
}
