import type { Dimension } from "../../units/quantity.ts";

/**
 * Least and most that a field may hold, in the dimension's base unit. A value outside is a mistyped unit, not a
 * workload: the ends lie an order of magnitude or more beyond anything that exists.
 */
export interface Bound {
  readonly dimension: Dimension;
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

const MINUTE = 60;
const DAY = 86_400;
const YEAR = 365.25 * DAY;

export const BOUNDS = {
  sites: { dimension: "count", least: 1, most: 1e9, whole: true },
  requestRate: { dimension: "rate", least: 1e-9, most: 1e9 },
  frameRate: { dimension: "rate", least: 1e-6, most: 1e6 },
  users: { dimension: "count", least: 1, most: 1e10, whole: true },
  thinkTime: { dimension: "seconds", least: 0, most: 30 * DAY },
  streams: { dimension: "count", least: 1, most: 1e9, whole: true },
  requests: { dimension: "count", least: 1, most: 1e18, whole: true },
  batchDeadline: { dimension: "seconds", least: 1e-3, most: 10 * YEAR },
  /** Longest published contexts are about 1e7 tokens. */
  length: { dimension: "count", least: 1, most: 1e9 },
  /** A person does not wait longer than a day. */
  latency: { dimension: "seconds", least: 1e-7, most: DAY },
  steps: { dimension: "count", least: 1, most: 10_000, whole: true },
  prefixHitRate: { dimension: "share", least: 0, most: 1 },
  draftTokens: { dimension: "count", least: 1, most: 32, whole: true },
  acceptance: { dimension: "share", least: 0, most: 1 },
  /** All text ever written is of the order of 1e16 tokens. */
  trainingWork: { dimension: "count", least: 1, most: 1e18 },
  epochs: { dimension: "count", least: 1e-3, most: 1e6 },
  trainingDeadline: { dimension: "seconds", least: MINUTE, most: 20 * YEAR },
  sequence: { dimension: "count", least: 1, most: 1e9, whole: true },
  globalBatch: { dimension: "count", least: 1, most: 1e12, whole: true },
  trainableShare: { dimension: "share", least: 1e-9, most: 1 },
  prunedShare: { dimension: "share", least: 0.01, most: 0.99 },
  capital: { dimension: "usd", least: 0.01, most: 1e15 },
  monthly: { dimension: "usd", least: 0.01, most: 1e15 },
  /** The whole world's electricity is about 3.5 TW; the largest planned sites are a few GW. */
  sitePower: { dimension: "watts", least: 1e-6, most: 1e10 },
  chipPower: { dimension: "watts", least: 1e-6, most: 1e5 },
  energyPrice: { dimension: "usd-per-kilowatt-hour", least: 0, most: 100 },
  /** Coal without any abatement emits about 1,000 g/kWh. */
  carbonIntensity: { dimension: "grams-per-kilowatt-hour", least: 0, most: 2_000 },
  horizon: { dimension: "seconds", least: DAY, most: 50 * YEAR },
  growthFactor: { dimension: "count", least: 1, most: 1e6 },
  growthTime: { dimension: "seconds", least: DAY, most: 50 * YEAR },
  maxChips: { dimension: "count", least: 1, most: 1e8, whole: true },
} as const satisfies Record<string, Bound>;
