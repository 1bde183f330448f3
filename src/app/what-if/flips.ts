import type { FlipPoint } from "../../decision/decision.ts";
import type { Ranking } from "../../decision/rank.ts";
import { findFlip } from "./find-flip.ts";
import { flipPoint, type Found } from "./flip-point.ts";
import type { Input, Player } from "./input.ts";
import { bandwidthInputs } from "./inputs/bandwidth.ts";
import { demandInputs } from "./inputs/demand.ts";
import { energyPriceInputs } from "./inputs/energy-price.ts";
import { latencyLimitInputs } from "./inputs/latency-limit.ts";
import { priceInputs } from "./inputs/price.ts";
import { rankIn, type Start } from "./start.ts";

/** Candidates that a search looks at while only the workload changes; the outcome is checked with all of them. */
const SEARCHED = 8;
/** Searches with the candidates that a check brought in. */
const ROUNDS = 4;

/** Who wins: null for nobody. */
const winnerOf = ({ contenders }: Ranking): string | null => contenders[0]?.id ?? null;

/**
 * The smallest change of each input that makes another candidate win, found by planning anew. Of the workload: demand, latency
 * limits, energy price. Of the first two: price and bandwidth, the first's for the worse, the second's for the better.
 */
export function flipsByPlanning(start: Start, ranking: Ranking): readonly FlipPoint[] {
  const [first, second] = players(start, ranking);
  if (first === undefined) return [];
  const searches: [Input, "rises" | "falls"][] = [];
  const both = (inputs: readonly Input[]): void => {
    for (const input of inputs) searches.push([input, "falls"], [input, "rises"]);
  };
  both(demandInputs(start));
  both(latencyLimitInputs(start));
  both(energyPriceInputs(start));
  for (const input of priceInputs(start, first)) searches.push([input, "rises"]);
  for (const input of bandwidthInputs(start, first)) searches.push([input, "falls"]);
  if (second !== undefined) searches.push(...inFavourOf(start, second));
  const among = new Set(ranking.contenders.slice(0, SEARCHED).map(({ id }) => id));
  const winner = winnerOf(ranking);
  return searches
    .flatMap(([input, direction]): FlipPoint[] => {
      const flip = searchFlip(start, input, direction, among, (now) => now !== winner);
      return flip === null ? [] : [flipPoint(start, input, direction, flip)];
    })
    .sort((a, b) => a.change - b.change);
}

/** What would make a candidate of a lower rank the first: its price lower, its bandwidth higher. */
export function flipsInFavourOf(
  start: Start,
  ranking: Ranking,
  chipId: string,
): readonly FlipPoint[] {
  const player = players(start, ranking).find(({ hardware }) => hardware.chip.id === chipId);
  if (player === undefined || winnerOf(ranking) === chipId) return [];
  return inFavourOf(start, player).flatMap(([input, direction]): FlipPoint[] => {
    const flip = searchFlip(start, input, direction, new Set(), (now) => now === chipId);
    return flip === null ? [] : [flipPoint(start, input, direction, flip)];
  });
}

function inFavourOf(start: Start, player: Player): [Input, "rises" | "falls"][] {
  return [
    ...priceInputs(start, player).map((input): [Input, "falls"] => [input, "falls"]),
    ...bandwidthInputs(start, player).map((input): [Input, "rises"] => [input, "rises"]),
  ];
}

/** Best first. */
export function players(start: Start, ranking: Ranking): readonly Player[] {
  const known = new Map(start.examined.map((each) => [each.chip.id, each.hardware]));
  return ranking.contenders.flatMap(({ id, candidate }) => {
    const hardware = known.get(id);
    return hardware === undefined ? [] : [{ hardware, plan: candidate.plan }];
  });
}

/** A search among few candidates may miss one that gains from the change: who wins among all then joins, and it starts anew. */
function searchFlip(
  start: Start,
  input: Input,
  direction: "rises" | "falls",
  among: ReadonlySet<string>,
  isNew: (winner: string | null) => boolean,
): Found | null {
  const searched = new Set(among);
  const ask =
    (those: ReadonlySet<string> | null) =>
    (value: number): { winner: string | null } | null => {
      const winner = winnerOf(rankIn(start, input.at(value), input.chip, those));
      return isNew(winner) ? { winner } : null;
    };
  for (let round = 0; round < ROUNDS; round += 1) {
    const flip = findFlip(
      input.now,
      direction === "falls" ? input.lowest : input.highest,
      ask(searched),
    );
    if (flip === null || input.chip !== null) return flip;
    const before = ask(null)(flip.holdsAt);
    const after = ask(null)(flip.to);
    if (before === null && after !== null && after.winner === flip.answer.winner) return flip;
    const outsider = before?.winner ?? after?.winner ?? null;
    if (outsider === null || searched.has(outsider)) return null;
    searched.add(outsider);
  }
  return null;
}
