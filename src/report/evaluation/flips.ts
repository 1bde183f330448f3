import type { FlipPoint } from "../../decision/decision.ts";
import type { Block } from "../document.ts";
import type { EvaluationResult } from "../types.ts";

/** Changes told with the verdict; the others have a list of their own, and JSON has them all. */
const WITH_VERDICT = 3;
const IN_LIST = 12;
/** A weight that leaves next to nothing to all others is nobody's. */
const LARGEST_WEIGHT = 0.9;

/**
 * The changes that a reader wants with the verdict: of a price first, because people bargain over prices, then whatever
 * flips soonest. Weights of what nobody weighs are left to the list.
 */
export function headlineFlips(flipPoints: readonly FlipPoint[]): readonly FlipPoint[] {
  const price = flipPoints.find(({ input }) => input === "rent" || input === "price");
  const others = flipPoints.filter(
    (flip) =>
      flip !== price && !(flip.input === "weight" && flip.from === 0) && !isFarFetched(flip),
  );
  return [...(price === undefined ? [] : [price]), ...others].slice(0, WITH_VERDICT);
}

/** The other changes of one input that make another candidate win, smallest first. */
export function flips(result: EvaluationResult): Block[] {
  const all = result.recommendation?.flipPoints ?? [];
  const told = headlineFlips(all);
  const rest = all.filter((flip) => !told.includes(flip) && !isFarFetched(flip));
  if (rest.length === 0) return [];
  return [
    { kind: "heading", text: "What else would change the winner" },
    { kind: "list", items: rest.slice(0, IN_LIST).map(({ sentence }) => sentence) },
  ];
}

function isFarFetched({ input, to }: FlipPoint): boolean {
  return input === "weight" && to > LARGEST_WEIGHT;
}
