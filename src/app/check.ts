import type { Catalog } from "../catalog/types.ts";
import { baselineFigure, staleEntries, toBaseline } from "../check/baseline/compare-baseline.ts";
import type { Baseline } from "../check/baseline/types.ts";
import { collectFigures } from "../check/collect-figures.ts";
import { staleBaselineEntry } from "../check/stale-baseline-entry.ts";
import type { NamedWorkload } from "../check/judge/laboratory.ts";
import type { Policy } from "../check/policy/types.ts";
import { runAssertions } from "../check/run-assertions.ts";
import { runMeasurements } from "../check/run-measurements.ts";
import { runRules } from "../check/run-rules.ts";
import type { Spec } from "../check/spec/read-spec.ts";
import type { CheckEntry, CheckResult, CheckSummary } from "../check/types.ts";
import { simulationLaboratory } from "./check-laboratory.ts";
import { predictMeasured, type MeasuredInput } from "./check-measured.ts";
import { prepareWorkload } from "./resolve-models.ts";
import { workTotals } from "./work-totals.ts";

export interface CheckInput {
  specs: readonly Spec[];
  workloads: readonly NamedWorkload[];
  policy: Policy;
  baseline: { file: string; value: Baseline } | null;
  measured: MeasuredInput | null;
  catalog: Catalog;
  version: string;
}

/**
 * Judges every spec: what it says about itself by the rules, what it does on every workload by the policy, what its silicon did by the
 * prediction. Only the chips that the policy asks about are simulated.
 *
 * @throws ModelError when a model of a workload cannot be read
 */
export function check(input: CheckInput): { result: CheckResult; baseline: Baseline } {
  const { specs, workloads, policy, catalog, version } = input;
  const laboratory = simulationLaboratory(catalog, version);
  const before = input.baseline === null ? null : baselineFigure(input.baseline.value);
  const intensities = workloads.map((each) => intensity(each, catalog));
  const measured = input.measured === null ? null : predictMeasured(input.measured, specs, catalog);
  const judged = specs.flatMap((spec): CheckEntry[] => {
    const stacks = catalog.stacks.filter(({ id }) => spec.chip.stacks.includes(id));
    const catalogue = catalog.chips.filter(({ id }) => id !== spec.chip.id);
    return [
      ...runAssertions(spec, workloads, policy.assertions, { laboratory, baseline: before }),
      ...runRules({ spec, stacks, catalogue, intensities }, policy),
    ];
  });
  const figures = collectFigures(specs, workloads, policy, laboratory, before);
  const stale = input.baseline === null ? [] : staleEntries(input.baseline.value, figures);
  const checks = [
    ...judged,
    ...runMeasurements(measured?.rows ?? [], policy.assertions),
    ...stale.map((message) => staleBaselineEntry(message, input.baseline?.file ?? "")),
  ].map((entry) => withKnown(entry, input.baseline?.value ?? null));
  const result: CheckResult = {
    schemaVersion: 1,
    tool: { name: "chipselect", version },
    passed: !checks.some(({ status, level }) => status === "fail" && level === "error"),
    specs: specs.map(({ chip, document }) => ({
      id: chip.id,
      name: chip.name,
      file: document.file,
    })),
    workloads: workloads.map(({ id, file, workload }) => ({ id, name: workload.name, file })),
    policy: { name: policy.name, file: policy.file, extends: policy.extends },
    baseline: input.baseline === null ? null : { file: input.baseline.file },
    summary: summarise(checks),
    checks,
    figures,
    warnings: [...fixedSince(checks, input.baseline?.value ?? null), ...(measured?.warnings ?? [])],
  };
  return { result, baseline: toBaseline(figures, checks, version) };
}

/** Operations for each byte that no plan avoids reading, all tasks of the workload that read any. */
function intensity(
  { id, workload }: NamedWorkload,
  catalog: Catalog,
): { workload: string; operationsPerByte: number | null } {
  const totals = workTotals(workload, prepareWorkload(workload, catalog).tasks);
  const reading = totals.filter(({ bytes }) => bytes > 0);
  const operations = reading.reduce((sum, total) => sum + total.operations, 0);
  const bytes = reading.reduce((sum, total) => sum + total.bytes, 0);
  return { workload: id, operationsPerByte: bytes > 0 ? operations / bytes : null };
}

function withKnown(entry: CheckEntry, baseline: Baseline | null): CheckEntry {
  if (baseline === null || entry.status !== "fail") return entry;
  const known = baseline.failures.some(({ fingerprint }) => fingerprint === entry.fingerprint);
  return { ...entry, known };
}

/** Failures of the baseline that are gone, for the reader of a pull request. */
function fixedSince(checks: readonly CheckEntry[], baseline: Baseline | null): string[] {
  const failing = new Set(
    checks.filter(({ status }) => status === "fail").map(({ fingerprint }) => fingerprint),
  );
  return (baseline?.failures ?? [])
    .filter(
      ({ fingerprint, spec }) =>
        !failing.has(fingerprint) && checks.some((each) => each.spec === spec),
    )
    .map(({ code, id, spec, workload }) => {
      const on = workload === null ? "" : ` on ${workload}`;
      return `fixed since the baseline: ${id} (${code}) of ${spec}${on}`;
    });
}

function summarise(checks: readonly CheckEntry[]): CheckSummary {
  const count = (test: (entry: CheckEntry) => boolean): number => checks.filter(test).length;
  return {
    checks: checks.length,
    passed: count(({ status }) => status === "pass"),
    errors: count(({ status, level }) => status === "fail" && level === "error"),
    warnings: count(({ status, level }) => status === "fail" && level === "warn"),
    skipped: count(({ status }) => status === "skip"),
    suppressed: count(({ status }) => status === "suppressed"),
  };
}
