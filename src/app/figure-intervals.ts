import type { Evidence, FigureKind } from "../catalog/calibration.ts";
import { intervalOf, type PredictedFigure } from "../catalog/intervals.ts";
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
  const times: readonly (readonly [Figure, FigureKind, number | null])[] = [
    ["timeToFirstTokenSeconds", "time-to-first-token", timeToFirstTokenSeconds],
    ["timePerOutputTokenSeconds", "time-per-output-token", timePerOutputTokenSeconds],
    ["trainingSeconds", "training", trainingSeconds],
  ];
  const throughput: FigureKind =
    trainingSeconds !== null
      ? "training"
      : timePerOutputTokenSeconds !== null
        ? "generation-throughput"
        : "inference";
  const figures: readonly (readonly [Figure, PredictedFigure])[] = [
    ...times.flatMap(([name, figure, value]): [Figure, PredictedFigure][] =>
      value === null ? [] : [[name, { figure, direction: "time", value }]],
    ),
    [
      "throughputPerSecond",
      { figure: throughput, direction: "rate", value: metrics.capacityPerSecond * workload.sites },
    ],
  ];
  return Object.fromEntries(
    figures.flatMap(([name, figure]) => {
      const interval = intervalOf(figure, chip, stackId, evidence);
      return interval === null ? [] : [[name, interval]];
    }),
  );
}
