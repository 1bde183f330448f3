import type { Metric } from "./metric.ts";

const row = (said: Pick<Metric, "id" | "title" | "dimension" | "formula">): Metric => ({
  ...said,
  aliases: [],
  unit: "",
  better: "higher",
  scope: "row",
  // Rows have their own judge (src/check/measured.ts).
  read: () => null,
});

/** Figures of rows of measurements, for `--measured`. */
export const ROW_METRICS: readonly Metric[] = [
  row({
    id: "measuredOverPredicted",
    title: "what was measured of what is predicted",
    dimension: "share",
    formula:
      "measured ÷ predicted for a rate, predicted ÷ measured for a time: 100 % keeps the promise, more is better",
  }),
  row({
    id: "measured",
    title: "the measured figure",
    dimension: "count",
    formula: "the value of the row, in the unit of the row",
  }),
];
