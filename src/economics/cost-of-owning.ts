import type { System } from "../catalog/types.ts";
import { JOULES_PER_KILOWATT_HOUR, SECONDS_PER_MONTH, SECONDS_PER_YEAR } from "./calendar.ts";
import { capitalCharge } from "./capital-charge.ts";
import type { DeploymentCost, DeploymentUse } from "./deployment.ts";
import { deploymentWatts, provisionedWatts } from "./power.ts";
import { DEFAULT_RATES, type EconomicRates } from "./rates.ts";
import { resaleShare } from "./resale.ts";

/** Machines that stand in a room which is paid for by the kilowatt. The others stand where people work or things move. */
const HOSTED: ReadonlySet<System["kind"]> = new Set(["server", "rack-scale", "pod"]);

/**
 * Cost of buying the deployment, using it for the active time, keeping it until the horizon and selling it then.
 * Hosting is paid until the horizon, energy only while the deployment is on. Null when the chip's price is unknown.
 */
export function costOfOwning(
  use: DeploymentUse,
  rates: EconomicRates = DEFAULT_RATES,
): DeploymentCost | null {
  const { chip, system, chips, horizonSeconds, activeSeconds } = use;
  if (chip.priceUsd === null) return null;

  const years = horizonSeconds / SECONDS_PER_YEAR;
  const capitalUsd = chips * (chip.priceUsd + system.hostUsdPerChip);
  const resaleUsd = capitalUsd * resaleShare(system.kind, years, rates);
  const charge = capitalCharge(capitalUsd, resaleUsd, years, rates.interestPerYear);

  const hostingUsdPerMonth = HOSTED.has(system.kind)
    ? (provisionedWatts(use) / 1000) * rates.hostingUsdPerKilowattMonth
    : 0;
  const operationsUsd = (hostingUsdPerMonth * horizonSeconds) / SECONDS_PER_MONTH;
  const energyUsdPerSecond =
    (deploymentWatts(use) / JOULES_PER_KILOWATT_HOUR) * use.energyUsdPerKilowattHour;
  const energyUsd = energyUsdPerSecond * activeSeconds;

  return {
    totalUsd: charge + operationsUsd + energyUsd,
    capitalUsd,
    monthlyUsd:
      hostingUsdPerMonth + energyUsdPerSecond * Math.min(activeSeconds, SECONDS_PER_MONTH),
    energyUsd,
    operationsUsd,
    financingUsd: charge - (capitalUsd - resaleUsd),
    resaleUsd,
  };
}
