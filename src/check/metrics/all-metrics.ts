import { CRITERIA } from "../../decision/criteria/all-criteria.ts";
import { CHIP_METRICS } from "./chip-metrics.ts";
import type { Metric } from "./metric.ts";
import { PLAN_METRICS } from "./plan-metrics.ts";
import { RANKING_METRICS } from "./ranking-metrics.ts";
import { ROW_METRICS } from "./row-metrics.ts";

/** Stands for `criterion.ID` of every criterion that applies. */
export const EVERY_CRITERION = "everyCriterion";

const LIMIT_USE = "limitUse.";

const CRITERION_METRICS: readonly Metric[] = CRITERIA.map((criterion) => ({
  id: `criterion.${criterion.id}`,
  title: `criterion ${criterion.id}`,
  aliases: [],
  dimension: "count",
  unit: criterion.unit,
  // The range says which end is better, and may depend on the workload; src/check/judge/direction.ts asks it.
  better: null,
  scope: "workload",
  formula: criterion.description,
  read: ({ outcome }) => outcome?.criteria.find(({ id }) => id === criterion.id)?.value ?? null,
}));

export const METRICS: readonly Metric[] = [
  ...CHIP_METRICS,
  ...PLAN_METRICS,
  ...CRITERION_METRICS,
  ...RANKING_METRICS,
  ...ROW_METRICS,
];

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/gu, "");

const BY_NAME: ReadonlyMap<string, Metric> = new Map(
  METRICS.flatMap((metric) => [metric.id, ...metric.aliases].map((name) => [plain(name), metric])),
);

/** The metric of that name or alias, whatever the case, spaces and hyphens; null when there is none. */
export function findMetric(name: string): Metric | null {
  if (name.startsWith(LIMIT_USE)) return limitUse(name.slice(LIMIT_USE.length));
  return BY_NAME.get(plain(name)) ?? null;
}

/** Names for suggestions. */
export const METRIC_NAMES: readonly string[] = [
  ...METRICS.flatMap(({ id, aliases }) => [id, ...aliases]),
  EVERY_CRITERION,
  `${LIMIT_USE}TASK.LIMIT`,
];

/** How much of a numeric limit of the workload the plan uses up; above 100 % it is missed. */
function limitUse(limit: string): Metric {
  return {
    id: `${LIMIT_USE}${limit}`,
    title: `use of the limit ${limit}`,
    aliases: [],
    dimension: "share",
    unit: "",
    better: "lower",
    scope: "workload",
    formula: "figure ÷ limit where less is asked for, limit ÷ figure where more is",
    read: ({ outcome }) => {
      const check = outcome?.limits.find(({ id }) => id === limit);
      if (typeof check?.value !== "number" || typeof check.limit !== "number") return null;
      return check.rule === "at-least" ? check.limit / check.value : check.value / check.limit;
    },
  };
}
