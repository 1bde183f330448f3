import type { TrainingTask } from "../../input/workload-types.ts";
import type { CandidateHardware } from "../../planner/candidate.ts";
import { NO_PINS } from "../../planner/pins.ts";
import { optionsFor } from "../../planner/plan-task.ts";
import type { PreparedTask } from "../../planner/prepare-task.ts";
import { bestLayout, trainingSetup } from "../../planner/plan-training.ts";
import { noRejections } from "../../planner/training/rejections.ts";
import { trainingSearch } from "../../planner/training/search.ts";
import { pinnedLimits } from "../../planner/training/space.ts";
import type { PlanSearch } from "../../report/search-types.ts";
import { rejectedOf } from "./rejected.ts";

/** Searches once more for today's plan of a training task, and says what the search has looked at; nothing for other tasks. */
export function explainSearch(prepared: PreparedTask, hardware: CandidateHardware): PlanSearch[] {
  const { task } = prepared;
  if (task.kind === "inference") return [];
  return prepared.variants.flatMap(({ program }) =>
    "kind" in program
      ? []
      : optionsFor(prepared, hardware, NO_PINS).map((option): PlanSearch => {
          const fixed = pinnedLimits(NO_PINS);
          const search = trainingSearch(trainingSetup(task, program, option), fixed);
          bestLayout(search, fixed, neededPerSecond(task));
          const { configurations, fitting, pruned, rejected } = search.stats;
          return {
            taskId: task.id,
            stackId: option.device.stack.id,
            precision: option.precision,
            costed: configurations,
            fitting,
            pruned,
            rejected: rejectedOf(rejected, noRejections()),
          };
        }),
  );
}

const neededPerSecond = ({ totalTokens, deadlineSeconds }: TrainingTask): number =>
  totalTokens / deadlineSeconds;
