/** Figures of ownership that belong to no chip. A caller may pass its own. */
export interface EconomicRates {
  /** Interest on tied-up capital. */
  interestPerYear: number;
  /** Time over which the book value of hardware falls in a straight line to zero. */
  lifeYears: number;
  /** What a used machine brings, as a share of its book value. */
  resaleShareOfBookValue: number;
  /** Room, cooling, security and hands for one kilowatt of provisioned equipment, electricity not included. */
  hostingUsdPerKilowattMonth: number;
}

export const DEFAULT_RATES: EconomicRates = {
  interestPerYear: 0.08,
  lifeYears: 5,
  resaleShareOfBookValue: 0.75,
  hostingUsdPerKilowattMonth: 200,
};

/** Where each default comes from, for reports and the catalogue. */
export const RATE_SOURCES: Readonly<Record<keyof EconomicRates, string>> = {
  interestPerYear:
    "Assumption: 8 % per year, a usual cost of capital of technology firms; raise it for a start-up",
  lifeYears:
    "Cottier et al., The rising costs of training frontier AI models (2024) assume 5 years; company filings say 5 to 6 (Meta 5.5, Google 6, Microsoft 6, Amazon 5 to 6), critics say 3 to 4",
  resaleShareOfBookValue:
    "Derived: H100 nodes are said to bring 25 to 35 % after 36 months (siliconanalysts.com, 2025, weak); 30 % is three quarters of the 40 % that straight-line depreciation over 5 years leaves",
  hostingUsdPerKilowattMonth:
    "Midpoint of 150 to 250 USD per kW and month of colocation (siliconanalysts.com, 2025, weak); electricity is billed apart",
};
