import type { Term } from "./term.ts";

/** Figures of reports, each with its definition, because tools define the same name differently. */
export const METRIC_TERMS: readonly Term[] = [
  metric(
    "TTFT",
    "time to first token",
    ["time-to-first-token", "timeToFirstTokenSeconds"],
    "queueing + prefill of the whole prompt",
    "Time from a request's arrival until its first output token. It waits for a free place in the batch, then for its prompt to be processed.",
  ),
  metric(
    "TPOT",
    "time per output token",
    ["time-per-output-token", "timePerOutputTokenSeconds", "ITL", "inter-token latency"],
    "(end to end − TTFT) ÷ (output tokens − 1)",
    "Time between two output tokens of one request while its batch is decoded. The first token is not part of it: TTFT is.",
  ),
  metric(
    "end to end",
    "latency of a whole request",
    ["end-to-end", "endToEndSeconds"],
    "TTFT + TPOT × (output tokens − 1); queueing + forward passes for models without tokens",
    "Time from a request's arrival until its last output.",
  ),
  metric(
    "MFU",
    "model FLOP utilisation",
    ["utilisation", "utilization"],
    "operations of the model per second ÷ (chips × dense peak at the plan's number format)",
    "Share of the chip's dense peak that goes into the model's own arithmetic. Padding, recomputation and other overhead do not count as work (Chowdhery et al., PaLM, 2022).",
  ),
  metric(
    "headroom",
    "capacity over demand",
    ["throughput"],
    "capacity per second ÷ demand per second, smallest over all tasks",
    "How many times the demand the planned deployment could carry within its latency limits.",
  ),
  metric(
    "unit cost",
    "cost of one unit of work",
    ["cost-per-unit", "costPerWorkUnitUsd"],
    "total cost over the horizon ÷ units of work delivered over the horizon",
    "Units delivered at the workload's demand, not at the chip's peak: idle capacity makes a unit dearer.",
  ),
  metric(
    "total cost",
    "money over the horizon",
    ["cost over horizon", "totalCostUsd"],
    "owned: capital charge (purchase + host share − resale, with interest) + hosting + energy; rented: hours × rate",
    "All sites, over budget.horizon. The cheaper of owning and renting unless budget.ownership says otherwise.",
  ),
  metric(
    "power",
    "mean electrical power",
    ["powerWatts"],
    "(chips at their load + host share) × power usage effectiveness",
    "Power of everything that is deployed, facility overhead included, at the workload's demand.",
  ),
  metric(
    "roofline",
    "the bound of arithmetic intensity",
    ["intensity", "ridge"],
    "attainable OP/s = min(peak OP/s, intensity OP/B × bandwidth B/s)",
    "Below the ridge (peak ÷ bandwidth) memory traffic sets the time of an operator, above it arithmetic does (Williams, Waterman and Patterson, CACM 2009).",
  ),
  metric(
    "score",
    "what the ranking sorts by",
    ["points", "contribution"],
    "Σ weight × value, over the criteria",
    "Each criterion's figure becomes a value from 0 (worst of a fixed range) to 1 (best). Weights add up to 1, so the score is between 0 and 1. Only candidates that meet every hard limit get one.",
  ),
  metric(
    "error factor",
    "how far a prediction is from the measurement",
    ["errorFactor", "medianErrorFactor", "p90ErrorFactor", "crudeErrorFactor"],
    "max(predicted ÷ measured, measured ÷ predicted) − 1",
    "0 is exact, 0.1 is ten percent off, 1 is a factor of two, whichever way. Tables give the median and the 90th percentile over all rows that are predicted. Crude is the error of a roofline with two constants on the same rows.",
  ),
  metric(
    "pairwise order",
    "whether chips come in the right order",
    ["pairwiseOrder", "order"],
    "pairs in the right order ÷ pairs",
    "Pairs are rows of the same model, metric, lengths or input shape, precision and number of chips, on different chips whose measurements differ by more than 10 %. A choice between chips depends on this more than on the size of the error.",
  ),
  metric(
    "coverage",
    "whether intervals hold what they promise",
    ["intervalCoverage", "inside", "interval"],
    "measurements inside their 80 % interval ÷ predictions with an interval",
    "Each prediction has an interval from the errors of predictions like it. Near 80 % the intervals are honest; well below they are too narrow, well above too wide. The share of rows that have a prediction at all is another figure: predicted ÷ rows.",
  ),
];

function metric(
  id: string,
  title: string,
  aliases: readonly string[],
  formula: string,
  text: string,
): Term {
  return { id, kind: "metric", title, aliases, formula, text };
}
