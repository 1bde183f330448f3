import { DEFAULT_RATES } from "./rates.ts";

const { interestPerYear, hostingUsdPerKilowattMonth, lifeYears, resaleShareOfBookValue } =
  DEFAULT_RATES;

/** What the costs assume and what they leave out, in sentences for the reader of a report. */
export const NOT_PRICED: readonly string[] = [
  `Owned hardware is charged ${interestPerYear * 100} % interest a year, servers also ${hostingUsdPerKilowattMonth} USD per kW and month of hosting; at the horizon a server sells for ${resaleShareOfBookValue * 100} % of its book value over ${lifeYears} years, a board for nothing.`,
  "Costs leave out staff, repairs and spares, software licences, taxes, and the network to the site.",
  "Rents are on-demand list prices; commitments of one to three years cost 35 to 83 % of them, spot less.",
  "Prices and rents stay constant over the horizon.",
];
