import { costPerMillionTokens } from "./cost-per-million-tokens.ts";
import type { Metric, MetricContext } from "./metric.ts";

type Said = Omit<Metric, "scope" | "aliases" | "read"> & {
  aliases?: readonly string[];
  read?: Metric["read"];
  /** Name in `metrics` of an evaluated candidate. */
  figure?: string;
};

const metric = ({ figure = "", ...said }: Said): Metric => ({
  aliases: [],
  read: ({ outcome }) => figureOf(outcome?.metrics ?? null, figure),
  ...said,
  scope: "workload",
});

function figureOf(
  metrics: NonNullable<MetricContext["outcome"]>["metrics"],
  name: string,
): number | null {
  const value = metrics?.[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

const seconds = { dimension: "seconds", unit: "s", better: "lower" } as const;
const usd = { dimension: "usd", unit: "USD", better: "lower" } as const;

/** Figures of the cheapest plan for a workload on the chip. */
export const PLAN_METRICS: readonly Metric[] = [
  metric({
    id: "timeToFirstToken",
    title: "time to first token",
    aliases: ["TTFT"],
    ...seconds,
    formula: "queueing + prefill of the whole prompt, at the percentile of the workload's limit",
    figure: "timeToFirstTokenSeconds",
  }),
  metric({
    id: "timePerOutputToken",
    title: "time per output token",
    aliases: ["TPOT", "ITL", "inter-token latency"],
    ...seconds,
    formula: "(end to end − time to first token) ÷ (output tokens − 1)",
    figure: "timePerOutputTokenSeconds",
  }),
  metric({
    id: "endToEnd",
    title: "latency of a whole request",
    aliases: ["latency", "end to end", "end-to-end"],
    ...seconds,
    formula: "time to first token + time per output token × (output tokens − 1)",
    figure: "endToEndSeconds",
  }),
  metric({
    id: "trainingTime",
    title: "time of the training run",
    aliases: ["training"],
    ...seconds,
    formula: "tokens ÷ tokens per second",
    figure: "trainingSeconds",
  }),
  metric({
    id: "throughput",
    title: "throughput of the deployment",
    dimension: "rate",
    unit: "1/s",
    better: "higher",
    formula: "work units per second that the planned replicas could do, all sites",
    figure: "throughputPerSecond",
  }),
  metric({
    id: "headroom",
    title: "capacity over demand",
    dimension: "count",
    unit: "",
    better: "higher",
    formula: "capacity ÷ demand, the smallest over all tasks",
    figure: "headroom",
  }),
  metric({
    id: "utilisation",
    title: "model FLOP utilisation",
    aliases: ["MFU", "utilization"],
    dimension: "share",
    unit: "",
    better: "higher",
    formula:
      "operations of the model per second ÷ (chips × dense peak at the plan's number format)",
    figure: "utilisation",
  }),
  metric({
    id: "memoryPerChip",
    title: "memory in use on a chip",
    dimension: "bytes",
    unit: "B",
    better: "lower",
    formula: "weights + cache + activations",
    figure: "memoryBytesPerChip",
  }),
  metric({
    id: "power",
    title: "mean electrical power of the deployment",
    dimension: "watts",
    unit: "W",
    better: "lower",
    formula: "(chips at their load + host share) × power usage effectiveness",
    figure: "powerWatts",
  }),
  metric({
    id: "energyPerUnit",
    title: "energy of one unit of work",
    dimension: "joules",
    unit: "J",
    better: "lower",
    formula: "energy over the horizon ÷ units of work",
    figure: "energyPerWorkUnitJoules",
  }),
  metric({
    id: "totalCost",
    title: "cost over the horizon",
    aliases: ["cost", "TCO"],
    ...usd,
    formula: "the cheaper of owning and renting that the workload allows, all sites",
    figure: "totalCostUsd",
  }),
  metric({
    id: "capitalCost",
    title: "money up front",
    aliases: ["capital", "CAPEX"],
    ...usd,
    formula: "chips and hosts that are bought",
    figure: "capitalUsd",
  }),
  metric({
    id: "monthlyCost",
    title: "cost a month",
    aliases: ["monthly"],
    ...usd,
    formula: "rent or energy and hosting, a month",
    figure: "monthlyUsd",
  }),
  metric({
    id: "costPerUnit",
    title: "cost of one unit of work",
    aliases: ["unit cost"],
    ...usd,
    formula:
      "cost over the horizon ÷ units of work, in the unit of budget.perUnit, else of the task",
    figure: "costPerWorkUnitUsd",
  }),
  metric({
    id: "costPerMillionTokens",
    title: "cost per million tokens",
    aliases: ["cost per million tokens"],
    dimension: "usd",
    unit: "USD/M tokens",
    better: "lower",
    formula:
      "cost over the horizon ÷ million tokens, input and output, of all tasks that have tokens",
    read: costPerMillionTokens,
  }),
  metric({
    id: "chips",
    title: "chips of the deployment",
    dimension: "count",
    unit: "",
    better: "lower",
    formula: "chips of all tasks and sites, rounded up to what is sold at a time",
    read: ({ outcome }) => outcome?.plan?.chips ?? null,
  }),
  metric({
    id: "growthCostRatio",
    title: "cost at the growth target over cost today",
    dimension: "count",
    unit: "",
    better: "lower",
    formula: "cost of the plan for the growth target ÷ cost of the plan for today",
    figure: "growthCostRatio",
  }),
  metric({
    id: "missedLimits",
    title: "limits of the workload that are missed",
    aliases: ["limits"],
    dimension: "count",
    unit: "",
    better: "lower",
    formula:
      "number of hard limits (place, software, latency, memory, budget, …) that the chip or its plan misses",
    read: ({ outcome }) => outcome && outcome.limits.filter(({ pass }) => !pass).length,
    detail: ({ limits }) =>
      limits
        .filter(({ pass }) => !pass)
        .map(({ message }) => message)
        .join(" "),
  }),
  metric({
    id: "score",
    title: "score",
    dimension: "count",
    unit: "",
    better: "higher",
    formula: "Σ weight × value over the criteria; only where every limit is met",
    read: ({ outcome }) => outcome?.score ?? null,
  }),
];
