import { formatQuantity } from "../../units/format.ts";
import type { Metric } from "../metrics/metric.ts";
import type { Comparison } from "../policy/types.ts";

/** A figure of a metric as people read it. */
export function figureText(metric: Pick<Metric, "dimension" | "unit">, value: number): string {
  if (metric.dimension !== "count" || metric.unit === "")
    return formatQuantity(value, metric.dimension);
  if (metric.unit === "USD") return formatQuantity(value, "usd");
  if (metric.unit === "kWh" && value >= 1000) return `${formatQuantity(value / 1000, "count")} MWh`;
  // Criteria without a unit say what their range is.
  if (metric.unit.startsWith("0–1")) return formatQuantity(value, "count");
  return `${formatQuantity(value, "count")} ${metric.unit}`;
}

const WORDS: Readonly<Record<Comparison["operator"], string>> = {
  atMost: "at most",
  atLeast: "at least",
  below: "less than",
  above: "more than",
  equals: "exactly",
  noWorseThan: "no worse than",
};

/** "at most 40 ms", "at most 0.8 × the best of h200-sxm and mi300x ($0.31)". */
export function expectationText(
  comparison: Comparison,
  metric: Pick<Metric, "dimension" | "unit">,
  limit: number | null,
): string {
  const { operator, amount } = comparison;
  const figure = limit === null ? "" : figureText(metric, limit);
  const shown = limit === null ? "" : ` (${figure})`;
  const tolerance =
    operator === "noWorseThan" && comparison.tolerance > 0
      ? ` by over ${formatQuantity(comparison.tolerance, "share")}`
      : "";
  const times = amount.kind === "figure" || amount.times === 1 ? "" : `${amount.times} × `;
  switch (amount.kind) {
    case "figure":
      return `${WORDS[operator]} ${figure}${tolerance}`;
    case "baseline":
      return `${WORDS[operator]} ${times}the baseline${tolerance}${shown}`;
    default: {
      const { ids, pick } = amount;
      const listed = ids.length === 1 ? ids[0] : `the ${pick} of ${list(ids)}`;
      return `${WORDS[operator]} ${times}${listed}${tolerance}${shown}`;
    }
  }
}

function list(ids: readonly string[]): string {
  return ids.length < 2 ? ids.join("") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}
