import { formatQuantity } from "../../units/format.ts";
import type { Block } from "../document.ts";
import { isEstimated } from "../evaluation/evidence.ts";
import { workUnitWords } from "../evaluation/words.ts";
import { significant } from "../figures.ts";
import type { Candidate } from "../types.ts";

/** Money, power and energy of the whole deployment over the horizon. */
export function moneyBlocks(candidate: Candidate): Block[] {
  const { metrics, plan } = candidate;
  if (metrics === null || plan === null) return [];
  const money = isEstimated(candidate, "money") ? "~" : "";
  const power = isEstimated(candidate, "power") ? "~" : "";
  const usd = (value: number): string => `${money}${formatQuantity(value, "usd")}`;
  return [
    { kind: "heading", text: "Money and power" },
    {
      kind: "facts",
      items: [
        {
          label: "Total",
          value: `${usd(metrics.totalCostUsd)} over the horizon (${plan.ownership})`,
        },
        { label: "Capital", value: usd(metrics.capitalUsd) },
        { label: "Monthly", value: usd(metrics.monthlyUsd) },
        {
          label: "Unit cost",
          value: `${money}$${significant(metrics.costPerWorkUnitUsd)} per ${workUnitWords(metrics.workUnit)}`,
        },
        { label: "Power", value: `${power}${formatQuantity(metrics.powerWatts, "watts")}` },
        {
          label: "Energy",
          value: `${power}${formatQuantity(metrics.energyPerWorkUnitJoules, "joules")} per ${workUnitWords(metrics.workUnit)}`,
        },
      ],
    },
  ];
}
