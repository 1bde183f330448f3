import { notPriced } from "../economics/not-priced.ts";
import { ownershipOptions } from "../economics/ownership.ts";
import type { Workload } from "../input/workload-types.ts";

/** What the answer leaves out, for the reader who has to rely on it. */
export function notModelled(workload: Workload): readonly string[] {
  const inference = workload.tasks.some((task) => task.kind === "inference");
  const training = workload.tasks.some((task) => task.kind !== "inference");
  const interactive = workload.tasks.some(
    (task) => task.kind === "inference" && task.mode === "interactive",
  );
  return [
    ...(interactive
      ? [
          "Waiting times come from a queueing formula for random arrivals, not from a replay of real traffic; the spread of the time per output token within a batch is not modelled.",
        ]
      : []),
    ...(inference
      ? [
          "Tokenisation, pre- and post-processing on the host, and the network to the user are left out.",
        ]
      : []),
    ...(workload.tasks.some((task) => task.kind === "inference" && task.prefixHitRate > 0)
      ? [
          "Cached prefixes are taken to be there at the stated rate; the memory they occupy between requests is not counted.",
        ]
      : []),
    ...(workload.constraints.clockScaling
      ? [
          "Below the nominal clock the voltage falls as on one chip whose operating points are published; others may save less or more.",
        ]
      : []),
    ...(training
      ? ["Failures, checkpoints, evaluation runs and data loading are left out of training time."]
      : []),
    "Accuracy at lower precision is not computed: allowed formats are taken as acceptable, and count as a risk.",
    ...(workload.scalability.growthFactor > 1
      ? [
          `Costs are those of today's demand: growth to ${workload.scalability.growthFactor} times counts in the criterion scalability alone.`,
        ]
      : []),
    ...notPriced(ownershipOptions("sale", workload.place, workload.budget.ownership)),
  ];
}
