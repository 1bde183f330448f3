import type { Catalog } from "../catalog/types.ts";
import { decide } from "../decision/decide.ts";
import type { Decision } from "../decision/decision.ts";
import { rank, type DecisionInput, type Ranking } from "../decision/rank.ts";
import { referenceFigures, type ReferenceFigures } from "../decision/reference-figures.ts";
import { runnableShare } from "../decision/runnable-share.ts";
import { unitsOfWork, type CostUnit } from "../economics/work-units.ts";
import type { Workload } from "../input/workload-types.ts";
import { arrivalsPerSecond } from "../planner/demand.ts";
import { naturalUnit } from "../planner/plan-workload.ts";
import { assessedOf, type Examined } from "./examine.ts";
import type { PreparedWorkload } from "./resolve-models.ts";
import { workTotals } from "./work-totals.ts";

/** Ranks those of the examined chips that meet every limit, and says what would change the winner. */
export function judge(...contest: Contest): Decision {
  return decide(decisionInput(...contest));
}

/** Ranks them, and says no more. */
export function rankExamined(...contest: Contest): Ranking {
  return rank(decisionInput(...contest));
}

type Contest = [
  workload: Workload,
  catalog: Catalog,
  prepared: PreparedWorkload,
  examined: readonly Examined[],
];

function decisionInput(...[workload, catalog, prepared, examined]: Contest): DecisionInput {
  return {
    workload,
    references: references(workload, catalog, prepared),
    candidates: examined.map(assessedOf).filter((candidate) => candidate !== null),
  };
}

function references(
  workload: Workload,
  catalog: Catalog,
  prepared: PreparedWorkload,
): ReferenceFigures {
  const { perUnit } = workload.budget;
  const unit = perUnit?.unit ?? naturalUnit(prepared.tasks);
  const units = unit === null ? null : demandedUnits(workload, unit);
  const work = workTotals(workload, prepared.tasks);
  return {
    ...referenceFigures(catalog, workload, work, perUnit === null ? null : units),
    workUnits: units,
    runnableShare: runnableShare(catalog.models),
  };
}

/** Units of work that the demand asks for over the horizon, all tasks and sites. */
function demandedUnits(workload: Workload, unit: CostUnit): number {
  const { horizonSeconds } = workload.budget;
  return workload.tasks.reduce((sum, task) => {
    const demand = task.kind === "inference" ? arrivalsPerSecond(task, 1, 0) : 0;
    return sum + (unitsOfWork(task, unit, demand, horizonSeconds) ?? 0) * workload.sites;
  }, 0);
}
