import { groupBy } from "../units/group-by.ts";
import { median, quantile } from "../units/statistics.ts";
import { pairwiseOrder, type Comparable } from "./pairwise-order.ts";
import { cell } from "./row-fields.ts";
import type { ErrorGroup, ErrorSummary, MeasurementRow, ValidatedRow } from "./types.ts";

/** A row with what came of it. */
export interface Judged {
  row: MeasurementRow;
  result: ValidatedRow;
}

export function summarise(judged: readonly Judged[]): ErrorSummary {
  const results = judged.map(({ result }) => result);
  const errors = results.flatMap(({ errorFactor }) => errorFactor ?? []);
  const ratios = results.flatMap(({ ratio }) => ratio ?? []);
  const crude = results.flatMap(({ crudeErrorFactor }) => crudeErrorFactor ?? []);
  const bounded = results.flatMap(({ interval, measured }) =>
    interval === null ? [] : [interval.low <= measured && measured <= interval.high],
  );
  return {
    rows: results.length,
    predicted: errors.length,
    skipped: results.length - errors.length,
    medianErrorFactor: median(errors),
    p90ErrorFactor: quantile(errors, 0.9),
    medianRatio: median(ratios),
    pairwiseOrder: pairwiseOrder(judged.flatMap(comparable)),
    crudeMedianErrorFactor: median(crude),
    crudeP90ErrorFactor: quantile(crude, 0.9),
    intervalCoverage:
      bounded.length === 0 ? null : bounded.filter((inside) => inside).length / bounded.length,
  };
}

/** What must agree for two rows to compare chips: model, metric, lengths or input shape, precision, number of chips. */
const COMPARED = [
  "metric",
  "input_tokens",
  "output_tokens",
  "input_shape",
  "sequence_length",
  "seq_len",
  "weights_precision",
  "activation_precision",
  "precision",
  "chips",
  "op",
  "M",
  "N",
  "K",
  "bytes",
];

function comparable({ row, result }: Judged): Comparable[] {
  if (result.predicted === null) return [];
  const { set, model, chip, measured, predicted } = result;
  const key = [set, model, ...COMPARED.map((column) => cell(row, column))].join("\n");
  return [{ key, chip, measured, predicted }];
}

const BY: readonly { by: ErrorGroup["by"]; keyOf: (row: ValidatedRow) => string }[] = [
  { by: "set", keyOf: (row) => row.set },
  { by: "chip", keyOf: (row) => row.chip },
  { by: "class", keyOf: (row) => row.chipClass },
  { by: "stack", keyOf: (row) => row.stack },
  { by: "metric", keyOf: (row) => row.metric },
  { by: "model", keyOf: (row) => row.model },
];

/** Groups by set, chip, class, stack, metric and model, each largest first. */
export function groupsOf(judged: readonly Judged[]): ErrorGroup[] {
  return BY.flatMap(({ by, keyOf }) =>
    [...groupBy(judged, ({ result }) => keyOf(result))]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([key, members]) => ({ by, key, ...summarise(members) })),
  );
}
