import type { DeploymentUse } from "./deployment.ts";

/**
 * Mean electrical power of a deployment in watts, all chips: chip and its share of the host, times the facility's
 * overhead (power usage effectiveness).
 */
export function deploymentWatts(
  use: Pick<DeploymentUse, "system" | "chips" | "meanWattsPerChip">,
): number {
  const { system, chips, meanWattsPerChip } = use;
  return chips * (meanWattsPerChip + system.hostWattsPerChip) * system.powerUsageEffectiveness;
}

/** Power of the equipment that a room must be able to feed, in watts: the chips' rated power, not their mean. */
export function provisionedWatts(
  use: Pick<DeploymentUse, "chip" | "system" | "chips" | "meanWattsPerChip">,
): number {
  const { chip, system, chips, meanWattsPerChip } = use;
  return chips * (Math.max(chip.tdpWatts ?? 0, meanWattsPerChip) + system.hostWattsPerChip);
}
