import type { Policy } from "./policy/types.ts";
import type { BaselineFigure, Laboratory, NamedWorkload } from "./judge/laboratory.ts";
import { betterWay } from "./judge/direction.ts";
import { figureOf } from "./judge/figure.ts";
import { METRICS } from "./metrics/all-metrics.ts";
import type { Metric, Outcome } from "./metrics/metric.ts";
import type { Spec } from "./spec/read-spec.ts";
import type { FigureDelta } from "./types.ts";

/** A change smaller than this is rounding. */
const NOTHING = 1e-9;

/** Every figure of every spec that is known, on its own and on each workload; ranks only where the policy asks for one. */
export function collectFigures(
  specs: readonly Spec[],
  workloads: readonly NamedWorkload[],
  policy: Policy,
  laboratory: Laboratory,
  baseline: BaselineFigure | null,
): FigureDelta[] {
  const ranked = policy.assertions.some(
    ({ metric, level }) =>
      level !== "off" && metric !== "everyCriterion" && metric.scope === "ranking",
  );
  const ofWorkload = METRICS.filter(
    ({ scope, id }) => scope === "workload" || (ranked && id === "rank"),
  );
  return specs.flatMap((spec) => {
    const { chip, silicon } = spec;
    const read = (metric: Metric, workload: NamedWorkload | null): FigureDelta[] => {
      const { value, outcome } = figureOf(metric, chip, silicon, workload, 1, laboratory);
      return delta(chip.id, workload?.id ?? null, metric, value, outcome, baseline);
    };
    return [
      ...METRICS.filter(({ scope }) => scope === "spec").flatMap((metric) => read(metric, null)),
      ...workloads.flatMap((workload) => ofWorkload.flatMap((metric) => read(metric, workload))),
    ];
  });
}

/** Nothing where the figure is unknown now and was before. */
function delta(
  spec: string,
  workload: string | null,
  metric: Metric,
  now: number | null,
  outcome: Outcome | null,
  baseline: BaselineFigure | null,
): FigureDelta[] {
  const before = baseline?.(spec, workload, metric.id) ?? null;
  if (now === null && before === null) return [];
  const relative = now === null || before === null || before === 0 ? null : now / before - 1;
  const way = betterWay(metric, outcome);
  const same = relative === null || Math.abs(relative) < NOTHING;
  const better = same || way === null ? null : relative < 0 === (way === "lower");
  const { id, title, unit } = metric;
  return [{ spec, workload, metric: id, title, unit, before, now, relative, better }];
}
