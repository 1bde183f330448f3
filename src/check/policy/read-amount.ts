import { isMapping } from "../../input/mapping.ts";
import { didYouMean } from "../../input/suggest.ts";
import { parseCostPerWork } from "../../units/cost-per-work.ts";
import { parseQuantity } from "../../units/quantity.ts";
import type { Metric } from "../metrics/metric.ts";
import type { Amount } from "./types.ts";

export type AmountReading =
  | { ok: true; amount: Amount }
  | { ok: false; code: string; message: string; help: string | null };

/**
 * What an assertion compares a metric with: a quantity in the metric's dimension, `baseline`, a chip, or a reference to chips.
 *
 * @param metric null for everyCriterion, which has no one dimension and takes references only
 * @param chips ids of the catalogue
 */
export function readAmount(
  written: unknown,
  metric: Metric | null,
  chips: readonly string[],
): AmountReading {
  if (isMapping(written)) return readReference(written, chips);
  if (written === "baseline") return { ok: true, amount: { kind: "baseline", times: 1 } };
  if (typeof written === "string" && chips.includes(written)) return ofChips([written], "best", 1);
  if (metric === null) {
    const message = "everyCriterion is compared with baseline or with chips, not with one figure";
    return fault("CS2004", message, "write noWorseThan: baseline");
  }
  if (typeof written !== "string" && typeof written !== "number") {
    return fault("CS1103", "a quantity or a reference belongs here", "for example 40 ms");
  }
  if (metric.id === "costPerMillionTokens" && /\/|\bper\b/iu.test(String(written))) {
    const price = parseCostPerWork(written);
    if (!price.ok) return fault("CS1201", price.message, price.help);
    if (price.unit !== "million-tokens") {
      return fault(
        "CS1201",
        "the metric is a cost of tokens",
        'write for example "0.8 USD/M tokens"',
      );
    }
    return figure(price.usd);
  }
  const quantity = parseQuantity(written, metric.dimension);
  return quantity.ok ? figure(quantity.value) : fault("CS1201", quantity.message, quantity.help);
}

function readReference(
  written: Readonly<Record<string, unknown>>,
  chips: readonly string[],
): AmountReading {
  const times = typeof written["times"] === "number" ? written["times"] : 1;
  const given = ["of", "bestOf", "worstOf"].filter((key) => written[key] !== undefined);
  if (given.length !== 1) {
    return fault("CS2004", "a reference has exactly one of of, bestOf and worstOf", null);
  }
  const { of, bestOf, worstOf } = written;
  if (of === "baseline") return { ok: true, amount: { kind: "baseline", times } };
  const ids = (typeof of === "string" ? [of] : [bestOf, worstOf].find(Array.isArray)) ?? [];
  const unknown = ids.find((id: unknown) => typeof id !== "string" || !chips.includes(id));
  if (unknown !== undefined) {
    const help = didYouMean(String(unknown), chips) ?? "`chipselect catalog list chips` shows them";
    return fault("CS1302", `the catalogue has no chip "${String(unknown)}"`, help);
  }
  return ofChips(ids.map(String), worstOf === undefined ? "best" : "worst", times);
}

const figure = (value: number): AmountReading => ({ ok: true, amount: { kind: "figure", value } });

const ofChips = (ids: readonly string[], pick: "best" | "worst", times: number): AmountReading => ({
  ok: true,
  amount: { kind: "chips", times, pick, ids },
});

function fault(code: string, message: string, help: string | null): AmountReading {
  return { ok: false, code, message, help };
}
