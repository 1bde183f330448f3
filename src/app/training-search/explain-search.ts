import type { TrainingTask } from "../../input/workload-types.ts";
import type { CandidateHardware } from "../../planner/candidate.ts";
import type { FormatOption } from "../../planner/format-options.ts";
import { NO_PINS } from "../../planner/pins.ts";
import { optionsFor } from "../../planner/plan-task.ts";
import type { PreparedTask } from "../../planner/prepare-task.ts";
import { bestLayout, trainingSetup } from "../../planner/plan-training.ts";
import { optimizerFormats } from "../../planner/training/optimizer-formats.ts";
import { noRejections } from "../../planner/training/rejections.ts";
import { trainingSearch } from "../../planner/training/search.ts";
import { pinnedLimits } from "../../planner/training/space.ts";
import type { PlanSearch } from "../../report/search-types.ts";
import type { TrainingSetup } from "../../simulation/training.ts";
import type { Precision } from "../../units/precision.ts";
import { rejectedOf } from "./rejected.ts";

/** Searches once more for today's plan of a training task, and says what the search has looked at; nothing for other tasks. */
export function explainSearch(prepared: PreparedTask, hardware: CandidateHardware): PlanSearch[] {
  const { task } = prepared;
  if (task.kind === "inference") return [];
  return prepared.variants.flatMap(({ program }) =>
    "kind" in program
      ? []
      : optionsFor(prepared, hardware, NO_PINS).flatMap((option) =>
          optimizerFormats(task, option.device, undefined).map((optimizer) =>
            searchedFor(task, trainingSetup(task, program, option, optimizer), option, optimizer),
          ),
        ),
  );
}

function searchedFor(
  task: TrainingTask,
  setup: TrainingSetup,
  { device, precision }: FormatOption,
  optimizer: Precision,
): PlanSearch {
  const fixed = pinnedLimits(NO_PINS);
  const search = trainingSearch(setup, fixed);
  bestLayout(search, fixed, neededPerSecond(task));
  const { configurations, fitting, pruned, rejected } = search.stats;
  return {
    taskId: task.id,
    stackId: device.stack.id,
    precision: { ...precision, optimizer },
    costed: configurations,
    fitting,
    pruned,
    rejected: rejectedOf(rejected, noRejections()),
  };
}

const neededPerSecond = ({ totalTokens, deadlineSeconds }: TrainingTask): number =>
  totalTokens / deadlineSeconds;
