import type { Ownership } from "./ownership.ts";
import { DEFAULT_RATES } from "./rates.ts";

const { interestPerYear, hostingUsdPerKilowattMonth, lifeYears, resaleShareOfBookValue } =
  DEFAULT_RATES;

const OF_OWNING = `Owned hardware is charged ${interestPerYear * 100} % interest a year, servers also ${hostingUsdPerKilowattMonth} USD per kW and month of hosting; at the horizon a server sells for ${resaleShareOfBookValue * 100} % of its book value over ${lifeYears} years, a board for nothing.`;
const OF_RENTING =
  "Rents are on-demand list prices; commitments of one to three years cost 35 to 83 % of them, spot less.";

/**
 * What the costs assume and what they leave out, in sentences for the reader of a report.
 *
 * @param ways how the hardware of the workload may be paid for
 */
export function notPriced(ways: readonly Ownership[]): readonly string[] {
  return [
    ...(ways.includes("own") ? [OF_OWNING] : []),
    "Costs leave out staff, repairs and spares, software licences, taxes, and the network to the site.",
    ...(ways.includes("rent") ? [OF_RENTING] : []),
    "Prices and rents stay constant over the horizon.",
  ];
}
