import type { Chip, System } from "../catalog/types.ts";

/** What is bought or rented and how it is used: everything that its price depends on. */
export interface DeploymentUse {
  chip: Chip;
  system: System;
  /** Planning price of one rented chip, from `cheapestRent`; null when nobody rents it. */
  rentUsdPerChipHour: number | null;
  /** Chips of all sites, rounded up to what can be bought or rented. */
  chips: number;
  /** Mean power of one chip while the deployment is on, without host and facility. */
  meanWattsPerChip: number;
  horizonSeconds: number;
  /** Time that the deployment is on. A training run may end long before the horizon. */
  activeSeconds: number;
  energyUsdPerKilowattHour: number;
}

/** Money over the horizon, all sites. `totalUsd` is the sum of the parts below it, less the resale. */
export interface DeploymentCost {
  totalUsd: number;
  /** Paid at the start. */
  capitalUsd: number;
  /** Bill of the busiest month, capital and interest left out: rent, or energy and hosting. */
  monthlyUsd: number;
  /** Electricity over the active time; 0 when rented, because the rent contains it. */
  energyUsd: number;
  /** Hosting over the horizon (owned), or rent over the active time (rented). */
  operationsUsd: number;
  /** Interest on the capital that is tied up until the horizon. */
  financingUsd: number;
  /** What the hardware still brings at the horizon. */
  resaleUsd: number;
}
