import type { CheckEntry, FigureDelta } from "../types.ts";
import type { BaselineFigure } from "../judge/laboratory.ts";
import type { Baseline } from "./types.ts";

export const baselineFigure =
  ({ figures }: Baseline): BaselineFigure =>
  (spec, workload, metric) =>
    figures[spec]?.[workload ?? ""]?.[metric];

/** The baseline of a run: every figure and every failure. */
export function toBaseline(
  figures: readonly FigureDelta[],
  checks: readonly CheckEntry[],
  version: string,
): Baseline {
  const kept: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const { spec, workload, metric, now } of figures) {
    const ofSpec = (kept[spec] ??= {});
    const ofWorkload = (ofSpec[workload ?? ""] ??= {});
    ofWorkload[metric] = now;
  }
  return {
    kind: "chipselect-baseline",
    schemaVersion: 1,
    tool: { name: "chipselect", version },
    figures: kept,
    failures: checks
      .filter(({ status }) => status === "fail")
      .map(({ fingerprint, code, id, spec, workload }) => ({
        fingerprint,
        code,
        id,
        spec,
        workload,
      })),
  };
}

/** Specs, workloads and metrics of the baseline that this run does not have, each in one sentence, the widest first. */
export function staleEntries(baseline: Baseline, figures: readonly FigureDelta[]): string[] {
  const stale: string[] = [];
  for (const [spec, workloads] of Object.entries(baseline.figures)) {
    const own = figures.filter((figure) => figure.spec === spec);
    if (own.length === 0) {
      stale.push(`spec ${spec} is in the baseline, but not in this run`);
      continue;
    }
    for (const [workload, metrics] of Object.entries(workloads)) {
      const here = own.filter((figure) => (figure.workload ?? "") === workload);
      if (here.length === 0) {
        stale.push(`workload ${workload} of ${spec} is in the baseline, but not in this run`);
        continue;
      }
      const known = new Set(here.map(({ metric }) => metric));
      const gone = Object.keys(metrics).filter((metric) => !known.has(metric));
      if (gone.length > 0)
        stale.push(`${spec}: the baseline has ${gone.join(", ")}, which this run lacks`);
    }
  }
  return stale;
}
