import type { Ranking } from "../../decision/rank.ts";
import type { Assumption } from "../../report/types.ts";
import { leadingTask } from "../../planner/leading-task.ts";
import { figureIntervals } from "../figure-intervals.ts";
import { players } from "./flips.ts";
import type { Input, Player } from "./input.ts";
import { demandInputs } from "./inputs/demand.ts";
import { efficiencyInput } from "./inputs/efficiency.ts";
import { energyPriceInputs } from "./inputs/energy-price.ts";
import { latencyLimitInputs } from "./inputs/latency-limit.ts";
import { priceInputs } from "./inputs/price.ts";
import { rankIn, type Start } from "./start.ts";

/** How far an assumption may be off, and why so far. */
interface Spread {
  input: Input;
  low: number;
  high: number;
  reason: string;
}

/**
 * One assumption at a time from the low to the high end of its range, everything else as it is: what becomes of the winner's lead
 * (a tornado diagram's bars). The widest comes first. Plans are found anew at each end.
 */
export function tornado(start: Start, ranking: Ranking): readonly Assumption[] {
  const winner = ranking.contenders[0]?.id;
  const [first, second] = players(start, ranking);
  if (winner === undefined || first === undefined) return [];
  const spreads = [
    ...demandInputs(start).map((input) => about(input, 0.7, 1.3, "taken to be off by 30 %")),
    ...latencyLimitInputs(start).map((input) =>
      about(input, 0.75, 1.25, "taken a quarter either way"),
    ),
    ...energyPriceInputs(start).map((input) => about(input, 0.5, 2, "taken from half to twice")),
    ...[first, ...(second === undefined ? [] : [second])].flatMap((player) => [
      ...priceInputs(start, player).map((input) => priceSpread(start, input, player)),
      ...efficiencySpread(start, player),
    ]),
  ];
  return spreads
    .map(({ input, low, high, reason }): Assumption => {
      const at = (value: number) => leadOf(winner, rankIn(start, input.at(value), input.chip));
      return {
        input: input.input,
        path: input.path,
        noun: input.noun,
        of: input.of,
        unit: input.unit,
        now: input.now,
        low: { value: low, ...at(low) },
        high: { value: high, ...at(high) },
        reason,
      };
    })
    .sort((a, b) => swing(b) - swing(a));
}

function about(input: Input, low: number, high: number, reason: string): Spread {
  return { input, low: input.now * low, high: input.now * high, reason };
}

/** The offers that are known are the best witnesses of what a chip may cost. */
function priceSpread(start: Start, input: Input, { hardware }: Player): Spread {
  const { id } = hardware.chip;
  const offers = start.catalog.cloudPrices.filter(
    ({ chip, chipsPerInstance }) => chip === id && chipsPerInstance >= 1,
  );
  const newest = offers.reduce((year, { date }) => (date > year ? date : year), "").slice(0, 4);
  const current = offers
    .filter(({ date }) => date.startsWith(newest))
    .map(({ usdPerChipHour }) => usdPerChipHour);
  const high = Math.max(input.now, ...current);
  if (input.input !== "rent" || high === input.now) {
    return about(input, 0.8, 1.2, "taken to be off by 20 %: no second offer is known");
  }
  const reason = `dearest of ${current.length} offers of ${newest}; a fifth of discount`;
  return { input, low: input.now * 0.8, high, reason };
}

/** Where 80 % of measurements of such predictions lie; nothing where nothing like it was measured. */
function efficiencySpread(start: Start, player: Player): readonly Spread[] {
  const { evidence } = start.catalog;
  if (!evidence) return [];
  const { chip } = player.hardware;
  const interval = figureIntervals(player.plan, start.workload, chip, evidence).throughputPerSecond;
  if (interval === undefined) return [];
  const { metrics } = leadingTask(player.plan);
  const predicted = metrics.capacityPerSecond * start.workload.sites;
  return [
    {
      input: efficiencyInput(start, player),
      low: interval.low / predicted,
      high: interval.high / predicted,
      reason: `8 of 10 measurements of such predictions lie there (${interval.basis.rows} rows)`,
    },
  ];
}

/** The winner's score less the best other one's; null when the winner misses a limit. */
function leadOf(
  id: string,
  { contenders }: Ranking,
): { lead: number | null; winner: string | null } {
  const own = contenders.find((each) => each.id === id);
  const rival = contenders.find((each) => each.id !== id);
  return {
    lead: own === undefined ? null : own.score - (rival?.score ?? 0),
    winner: contenders[0]?.id ?? null,
  };
}

/** A winner who drops out loses more than any lead. */
function swing({ low, high }: Assumption): number {
  if (low.lead === null || high.lead === null) return Number.POSITIVE_INFINITY;
  return Math.abs(high.lead - low.lead);
}
