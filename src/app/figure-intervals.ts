import type { Evidence, FigureKind } from "../catalog/calibration.ts";
import { intervalOf, type FigureInterval, type PredictedFigure } from "../catalog/intervals.ts";
import type { Chip } from "../catalog/types.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Plan } from "../planner/types.ts";
import type { FigureIntervals } from "../report/types.ts";
import { leadingTask } from "../planner/leading-task.ts";

type Figure = keyof FigureIntervals;

/** Intervals of the figures of the plan's leading task, from the errors of predictions for chips and stacks as well known. */
export function figureIntervals(
  plan: Pick<Plan, "tasks">,
  workload: Pick<Workload, "sites">,
  chip: Chip,
  evidence: Evidence,
): FigureIntervals {
  const { metrics, stackId } = leadingTask(plan);
  const { timeToFirstTokenSeconds, timePerOutputTokenSeconds, trainingSeconds } = metrics;
  const throughput: FigureKind =
    trainingSeconds !== null
      ? "training"
      : timePerOutputTokenSeconds !== null
        ? "generation-throughput"
        : "inference";
  const intervals: { -readonly [figure in Figure]?: FigureInterval } = {};
  const add = (
    name: Figure,
    figure: FigureKind,
    direction: PredictedFigure["direction"],
    value: number | null,
  ): void => {
    if (value === null) return;
    const interval = intervalOf({ figure, direction, value }, chip, stackId, evidence);
    if (interval !== null) intervals[name] = interval;
  };
  add("timeToFirstTokenSeconds", "time-to-first-token", "time", timeToFirstTokenSeconds);
  add("timePerOutputTokenSeconds", "time-per-output-token", "time", timePerOutputTokenSeconds);
  add("trainingSeconds", "training", "time", trainingSeconds);
  add("throughputPerSecond", throughput, "rate", metrics.capacityPerSecond * workload.sites);
  return intervals;
}
