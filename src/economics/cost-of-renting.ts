import { SECONDS_PER_HOUR, SECONDS_PER_MONTH } from "./calendar.ts";
import type { DeploymentCost, DeploymentUse } from "./deployment.ts";

/**
 * Cost of renting the deployment for its active time at the on-demand price. The rent contains host, energy, room
 * and staff; nothing is paid at the start or left at the end. Null when no rent is known.
 */
export function costOfRenting(use: DeploymentUse): DeploymentCost | null {
  const { chips, rentUsdPerChipHour, activeSeconds } = use;
  if (rentUsdPerChipHour === null) return null;

  const usdPerSecond = (chips * rentUsdPerChipHour) / SECONDS_PER_HOUR;
  const totalUsd = usdPerSecond * activeSeconds;
  return {
    totalUsd,
    capitalUsd: 0,
    monthlyUsd: usdPerSecond * Math.min(activeSeconds, SECONDS_PER_MONTH),
    energyUsd: 0,
    operationsUsd: totalUsd,
    financingUsd: 0,
    resaleUsd: 0,
  };
}
