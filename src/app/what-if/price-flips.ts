import type { Decision, FlipPoint } from "../../decision/decision.ts";
import {
  referencePart,
  type ReferenceFigures,
  type ReferencePart,
} from "../../decision/reference-figures.ts";
import { rescore } from "../../decision/rescore.ts";
import { repriced, type Examined } from "../examine.ts";
import { rankExamined } from "../judge.ts";
import { flipPoint, type Found } from "./flip-point.ts";
import { priceInputs } from "./inputs/price.ts";
import type { Start } from "./start.ts";

/** How close the two sides of a flip are brought together, relative to the price. */
const CLOSE = 1e-3;

/**
 * The price of the winner, and that of the second, at which the second wins. Prices decide nothing about how many chips a plan takes, so
 * that paying anew for the plans that are there is planning anew, and takes microseconds. A dearer chip never gains by
 * it, so that the search may halve its range.
 */
export function priceFlips(start: Start, { ranking }: Decision): readonly FlipPoint[] {
  const [first, second] = ranking;
  if (first === undefined || second === undefined) return [];
  return [
    ...search(start, first.id, ranking, "rises"),
    ...search(start, second.id, ranking, "falls"),
  ];
}

function search(
  start: Start,
  changedId: string,
  ranking: Decision["ranking"],
  direction: "rises" | "falls",
): readonly FlipPoint[] {
  const changed = start.examined.find(({ chip }) => chip.id === changedId);
  if (!changed?.planning?.ok) return [];
  const { planning, hardware } = changed;
  const [input] = priceInputs(start, { hardware, plan: planning.plan });
  const winner = ranking[0]?.id;
  if (input === undefined) return [];
  const winnerOf = contest(start, changed, ranking);
  const winnerAt = (price: number): Found["answer"] | null => {
    const now = winnerOf(price / input.now);
    return now === winner ? null : { winner: now };
  };
  let holdsAt = input.now;
  let to = input.now * (direction === "rises" ? input.highest : input.lowest);
  let answer = winnerAt(to);
  if (answer === null) return [];
  while (Math.abs(to / holdsAt - 1) > CLOSE) {
    const middle = Math.sqrt(to * holdsAt);
    const there = winnerAt(middle);
    if (there === null) holdsAt = middle;
    else [to, answer] = [middle, there];
  }
  return [flipPoint(start, input, direction, { holdsAt, to, answer })];
}

/** Who wins at the present price of one chip times a factor. */
function contest(
  { workload, scale }: Start,
  changed: Examined,
  ranking: Decision["ranking"],
): (factor: number) => string | null {
  const { chip, system, rentUsdPerChipHour } = changed.hardware;
  const rented = changed.planning?.plan?.ownership === "rent";
  const best = bestOf(scale.references(scale.parts.filter(({ chipId }) => chipId !== chip.id)));
  const others = ranking.filter(({ id }) => id !== chip.id);
  return (factor) => {
    const scaled = (usd: number | null): number | null => usd && usd * factor;
    const hardware = {
      ...changed.hardware,
      chip: rented ? chip : { ...chip, priceUsd: scaled(chip.priceUsd) },
      rentUsdPerChipHour: rented ? scaled(rentUsdPerChipHour) : rentUsdPerChipHour,
    };
    const { rentUsdPerChipHour: rent } = hardware;
    const own = referencePart(hardware.chip, system, rent, workload, scale.work);
    const references = scale.references(own === null ? [best] : [best, own]);
    // The price may move the ranges for everybody, so that the others' figures are judged anew.
    const { criteria, contenders } = rankExamined(workload, references, [
      repriced(changed, hardware, workload),
    ]);
    const [self] = contenders;
    let leader: string | null = self?.id ?? null;
    let most = self?.score ?? Number.NEGATIVE_INFINITY;
    for (const other of others) {
      const score = rescore(criteria, other.criteria);
      if (score <= most && !(score === most && other.rank === 1)) continue;
      most = score;
      leader = other.id;
    }
    return leader;
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
