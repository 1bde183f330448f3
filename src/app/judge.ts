import type { Catalog } from "../catalog/types.ts";
import { decide } from "../decision/decide.ts";
import type { Decision } from "../decision/decision.ts";
import { rank, type DecisionInput, type Ranking } from "../decision/rank.ts";
import {
  foldReferences,
  referencePart,
  referenceParts,
  type ReferenceFigures,
  type ReferencePart,
  type WorkTotals,
} from "../decision/reference-figures.ts";
import { runnableShare } from "../decision/runnable-share.ts";
import { groupOffers } from "../economics/cheapest-rent.ts";
import { unitsOfWork, type CostUnit } from "../economics/work-units.ts";
import type { Workload } from "../input/workload-types.ts";
import { arrivalsPerSecond } from "../planner/demand.ts";
import { naturalUnit } from "../planner/plan-cost.ts";
import { assessedOf, type Examined } from "./examine.ts";
import type { PreparedWorkload } from "./resolve-models.ts";
import { workTotals } from "./work-totals.ts";

/** What the ranges of the criteria rest on, chip by chip, and how it comes together. */
export interface Scale {
  work: readonly WorkTotals[];
  parts: readonly ReferencePart[];
  references(parts: readonly ReferencePart[]): ReferenceFigures;
}

/** Looks at the whole catalogue once for a workload. */
export function scaleOf(
  workload: Workload,
  catalog: Catalog,
  prepared: PreparedWorkload,
  partOf = referencePart,
): Scale {
  const { perUnit } = workload.budget;
  const unit = perUnit?.unit ?? naturalUnit(prepared.tasks);
  const units = unit === null ? null : demandedUnits(workload, unit);
  const work = workTotals(workload, prepared.tasks);
  const offers = groupOffers(catalog.cloudPrices);
  const share = runnableShare(catalog.models);
  return {
    work,
    parts: referenceParts(catalog, workload, work, offers, partOf),
    references: (parts) => ({
      ...foldReferences(parts, perUnit === null ? null : units, offers.newestYear),
      workUnits: units,
      runnableShare: share,
    }),
  };
}

/** Ranks those of the examined chips that meet every limit, and says which weights would change the winner. */
export function judge(workload: Workload, scale: Scale, examined: readonly Examined[]): Decision {
  return decide(decisionInput(workload, scale.references(scale.parts), examined));
}

/** Ranks them, and says no more. */
export function rankExamined(
  workload: Workload,
  references: ReferenceFigures,
  examined: readonly Examined[],
): Ranking {
  return rank(decisionInput(workload, references, examined));
}

function decisionInput(
  workload: Workload,
  references: ReferenceFigures,
  examined: readonly Examined[],
): DecisionInput {
  const candidates = examined.map(assessedOf).filter((candidate) => candidate !== null);
  return { workload, references, candidates };
}

/** Units of work that the demand asks for over the horizon, all tasks and sites. */
function demandedUnits(workload: Workload, unit: CostUnit): number {
  const { horizonSeconds } = workload.budget;
  return workload.tasks.reduce((sum, task) => {
    const demand = task.kind === "inference" ? arrivalsPerSecond(task, 1, 0) : 0;
    return sum + (unitsOfWork(task, unit, demand, horizonSeconds) ?? 0) * workload.sites;
  }, 0);
}
