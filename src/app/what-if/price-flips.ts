import type { Decision, FlipPoint } from "../../decision/decision.ts";
import {
  referencePart,
  type ReferenceFigures,
  type ReferencePart,
} from "../../decision/reference-figures.ts";
import { rescoring, type Rescoring } from "../../decision/rescore.ts";
import { assessedOf, repriced, type Examined } from "../examine.ts";
import { flipPoint } from "./flip-point.ts";
import { priceInputs } from "./inputs/price.ts";
import type { Start } from "./start.ts";

/** How close the two sides of a flip are brought together, relative to the price. */
const CLOSE = 1e-3;

/**
 * The price of the winner, and that of the second, at which the second wins. Prices decide nothing about how many chips a plan takes, so
 * that paying anew for the plans that are there is planning anew, and takes microseconds. A dearer chip never gains by
 * it, so that the search may halve its range.
 */
export function priceFlips(start: Start, decision: Decision): readonly FlipPoint[] {
  const [first, second] = decision.ranking;
  if (first === undefined || second === undefined) return [];
  return [
    ...search(start, first.id, decision, "rises"),
    ...search(start, second.id, decision, "falls"),
  ];
}

function search(
  start: Start,
  changedId: string,
  decision: Decision,
  direction: "rises" | "falls",
): readonly FlipPoint[] {
  const changed = start.examined.find(({ chip }) => chip.id === changedId);
  if (!changed?.planning?.ok) return [];
  const { planning, hardware } = changed;
  const [input] = priceInputs(start, { hardware, plan: planning.plan });
  if (input === undefined) return [];
  const leadAt = contest(start, changed, decision);
  const ask = (price: number): Side => ({ price, ...leadAt(price / input.now) });
  const [winner, rival] = decision.ranking;
  const now: Side = {
    price: input.now,
    lead: (winner?.score ?? 0) - (rival?.score ?? 0),
    leader: winner?.id ?? null,
  };
  const far = ask(input.now * (direction === "rises" ? input.highest : input.lowest));
  if (far.lead >= 0) return [];
  const { holds, flips } = closeIn({ holds: now, flips: far }, ask);
  const answer = { winner: flips.leader };
  const found = { holdsAt: holds.price, to: flips.price, answer };
  return [flipPoint(start, input, direction, found)];
}

/** The winner's lead over the best other candidate at a price, and who leads there. */
interface Lead {
  lead: number;
  leader: string | null;
}

interface Side extends Lead {
  price: number;
}

/**
 * The winner's lead is nearly a straight line in the logarithm of a price, so that two points tell where it ends; a little to
 * either side of that mostly brackets the flip at once. Halving sees to the rest.
 */
function closeIn(
  bracket: { holds: Side; flips: Side },
  ask: (price: number) => Side,
): { holds: Side; flips: Side } {
  let { holds, flips } = bracket;
  const isWide = (): boolean => Math.abs(flips.price / holds.price - 1) > CLOSE;
  const probe = (price: number): void => {
    if ((price - holds.price) * (price - flips.price) >= 0 || !isWide()) return;
    const side = ask(price);
    if (side.lead >= 0) holds = side;
    else flips = side;
  };
  while (isWide()) {
    const share = holds.lead / (holds.lead - flips.lead);
    const guess = holds.price * (flips.price / holds.price) ** share;
    probe(guess * (1 - CLOSE / 3));
    probe(guess * (1 + CLOSE / 3));
    probe(Math.sqrt(holds.price * flips.price));
  }
  return { holds, flips };
}

/** Who leads at the present price of one chip times a factor. */
function contest(
  { workload, scale }: Start,
  changed: Examined,
  { ranking, criteria }: Decision,
): (factor: number) => Lead {
  const { chip, system, rentUsdPerChipHour } = changed.hardware;
  const rented = changed.planning?.plan?.ownership === "rent";
  const winnerId = ranking[0]?.id ?? null;
  const best = bestOf(scale.references(scale.parts.filter(({ chipId }) => chipId !== chip.id)));
  const [first, ...followers] = ranking.filter(({ id }) => id === winnerId || id !== chip.id);
  const scoresOf = whileRangesStay((known) => {
    let rival: Rival = NOBODY;
    for (const { id, criteria: figures } of followers) {
      const score = known(figures);
      if (score > rival.score) rival = { id, score };
    }
    return { winner: first === undefined ? NOBODY.score : known(first.criteria), rival };
  });
  return (factor) => {
    const scaled = (usd: number | null): number | null => usd && usd * factor;
    const hardware = {
      ...changed.hardware,
      chip: rented ? chip : { ...chip, priceUsd: scaled(chip.priceUsd) },
      rentUsdPerChipHour: rented ? scaled(rentUsdPerChipHour) : rentUsdPerChipHour,
    };
    const { rentUsdPerChipHour: rent } = hardware;
    const part = referencePart(hardware.chip, system, rent, workload, scale.work);
    const references = scale.references(part === null ? [best] : [best, part]);
    const scores = rescoring(criteria, { workload, references });
    const self = assessedOf(repriced(changed, hardware, workload));
    // A candidate that misses a limit at the new price leads nobody.
    const own = self === null ? NOBODY.score : scores.measured(self);
    const others = scoresOf(scores);
    const winner = chip.id === winnerId ? own : others.winner;
    const second = { id: chip.id, score: own };
    const rival = chip.id !== winnerId && own > others.rival.score ? second : others.rival;
    const lead = Number.isFinite(winner) ? winner - rival.score : -1;
    return { lead, leader: lead >= 0 ? winnerId : rival.id };
  };
}

interface Rival {
  id: string | null;
  score: number;
}

const NOBODY: Rival = { id: null, score: Number.NEGATIVE_INFINITY };

/** The price may move the ranges for everybody: only then are the others' figures judged anew. */
function whileRangesStay<T>(judge: (known: Rescoring["known"]) => T): (scores: Rescoring) => T {
  let last: { ranges: Rescoring["ranges"]; value: T } | null = null;
  return ({ ranges, known }) => {
    const stay = last?.ranges.every(({ worst, best }, index) => {
      const range = ranges[index];
      return range?.worst === worst && range.best === best;
    });
    if (last === null || stay !== true) last = { ranges, value: judge(known) };
    return last.value;
  };
}

/** Many chips as one that has the best of each. */
function bestOf(references: ReferenceFigures): ReferencePart {
  const { idealCostUsd, cheapestUnitUsd, idealEnergyKilowattHours } = references;
  return {
    chipId: "",
    workUsd: idealCostUsd === null ? [] : [idealCostUsd],
    unitUsd: cheapestUnitUsd === null ? [] : [cheapestUnitUsd],
    workKilowattHours: idealEnergyKilowattHours,
  };
}
