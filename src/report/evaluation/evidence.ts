import type { Candidate } from "../types.ts";

export type FigureKind = "time" | "power" | "money";

const PRICE = /^price/u;
const RENT = /^rent/u;
const POWER = /^(tdp|idle)Watts/u;

/**
 * Whether a figure of a candidate rests on chip data that the estimation rule filled. Money needs chips, watts and
 * prices, or for what is rented chips and rents, which hold the energy; power needs chips and watts; time needs only what
 * decides speed.
 */
export function isEstimated(candidate: Candidate, kind: FigureKind): boolean {
  return restsOnEstimates(candidate.evidence.estimated, kind, candidate.plan?.ownership);
}

/** The same of the names of the estimated fields. */
export function restsOnEstimates(
  estimated: readonly string[],
  kind: FigureKind,
  ownership: "own" | "rent" | undefined,
): boolean {
  const rented = ownership === "rent";
  return estimated.some((field) => {
    if (PRICE.test(field)) return kind === "money" && !rented;
    if (RENT.test(field)) return kind === "money" && rented;
    if (POWER.test(field)) return kind === "power" || (kind === "money" && !rented);
    return true;
  });
}
