import type { Candidate } from "../types.ts";

export type FigureKind = "time" | "power" | "money";

const PRICE = /^(price|rent)/u;
const POWER = /^(tdp|idle)Watts/u;

/**
 * Whether a figure of a candidate rests on chip data that the estimation rule filled. Money needs chips, watts and
 * prices; power needs chips and watts; time needs only what decides speed.
 */
export function isEstimated(candidate: Candidate, kind: FigureKind): boolean {
  return restsOnEstimates(candidate.evidence.estimated, kind);
}

/** The same of the names of the estimated fields. */
export function restsOnEstimates(estimated: readonly string[], kind: FigureKind): boolean {
  return estimated.some((field) => {
    if (PRICE.test(field)) return kind === "money";
    if (POWER.test(field)) return kind !== "time";
    return true;
  });
}
