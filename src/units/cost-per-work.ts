import { parseQuantity } from "./quantity.ts";
import type { Thing } from "./unit-tables.ts";
import { THINGS } from "./unit-tables.ts";

type WorkUnit = "request" | "frame" | "million-tokens" | "run";

export type CostPerWorkReading =
  | { ok: true; usd: number; unit: WorkUnit }
  | { ok: false; message: string; help: string };

const EXAMPLES = 'write for example "0.50 USD/M tokens", "0.002 USD/request" or "5 M USD/run"';

const UNITS: readonly (readonly [Thing, WorkUnit, number])[] = [
  ["request", "request", 1],
  ["frame", "frame", 1],
  ["token", "million-tokens", 1e6],
  ["run", "run", 1],
];

/**
 * Reads a price of a unit of work: "0.50 USD/M tokens", "2 USD/1000 requests", "$5 M per run". The value is USD for
 * one request, one frame, one million tokens or one training run.
 */
export function parseCostPerWork(text: string | number): CostPerWorkReading {
  const written = String(text).trim();
  const match = /^(.*?)(?:\s*\/\s*|\s+per\s+)(.*)$/i.exec(written);
  const [, price = "", work = ""] = match ?? [];
  if (match === null) {
    const message = `"${written}" does not say what the price is for`;
    return { ok: false, message, help: EXAMPLES };
  }
  const usd = parseQuantity(price, "usd");
  if (!usd.ok) return usd;
  const noun = /[a-z]+$/i.exec(work)?.[0].toLowerCase() ?? "";
  for (const [thing, unit, size] of UNITS) {
    const spellings: readonly string[] = THINGS[thing];
    if (!spellings.includes(noun)) continue;
    const counted = /^[\d.]/.test(work) ? work : `1 ${work}`;
    const amount = parseQuantity(counted, "count", { things: [thing] });
    if (!amount.ok) return amount;
    if (amount.value === 0) return { ok: false, message: `"${work}" is zero`, help: EXAMPLES };
    return { ok: true, usd: (usd.value * size) / amount.value, unit };
  }
  const message = `unknown unit of work "${work}"`;
  return { ok: false, message, help: `valid: tokens, requests, frames, runs; ${EXAMPLES}` };
}
