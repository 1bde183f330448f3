import { errorFactor, median, quantile } from "../units/statistics.ts";
import type { CalibrationResult, RowError } from "./calibrate.ts";
import { grouped } from "./grouped.ts";

/** Errors of every set in the sample and out of it, and what the fit could not settle, as text. */
export function calibrationReport(result: CalibrationResult): string {
  const { grid, strength, coverage, atBound, withoutEvidence } = result;
  const sections = [
    `strength of priors: ${strength} (mean loss of unseen chips: ${grid
      .map((one) => `${one.strength}: ${one.loss.toFixed(4)}`)
      .join(", ")})`,
    errorTable(result),
    `80 % intervals hold ${coverage === null ? "nothing" : `${(100 * coverage).toFixed(1)} %`} of unseen rows, each judged by intervals made without its chip`,
    list(
      "at a bound",
      atBound.map(({ parameter, value }) => `${parameter.owner} ${parameter.key} ${value}`),
    ),
    list(
      "without evidence",
      grouped(withoutEvidence, ({ owner }) => owner).map(
        ([owner, parameters]) => `${owner}: ${parameters.map(({ key }) => key).join(", ")}`,
      ),
    ),
  ];
  return sections.join("\n\n");
}

const COLUMNS = [
  ["in sample", "fitted"],
  ["unseen source", "unseenSources"],
  ["unseen chip", "unseenChips"],
  ["unseen stack", "unseenStacks"],
] as const satisfies readonly (readonly [string, keyof CalibrationResult])[];

/** Median / 90th percentile of error factors by set. */
function errorTable(result: CalibrationResult): string {
  const sets = grouped(result.fitted, ({ observation }) => observation.set);
  const header = ["set", "rows", ...COLUMNS.map(([title]) => title)];
  const lines = sets.map(([set, rows]) => [
    set,
    String(rows.length),
    ...COLUMNS.map(([, key]) =>
      errors(result[key].filter(({ observation }) => observation.set === set)),
    ),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  return [header, ...lines]
    .map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

function errors(rows: readonly RowError[]): string {
  const factors = rows.map(({ logRatio }) => errorFactor(Math.exp(logRatio), 1));
  const text = (value: number | null): string => value?.toFixed(3) ?? "-";
  return `${text(median(factors))} / ${text(quantile(factors, 0.9))}`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? `${title}: none`
    : [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}
