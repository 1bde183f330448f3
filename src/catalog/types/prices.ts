export interface CloudPrice {
  chip: string;
  chipsPerInstance: number;
  instance: string;
  cloud: string;
  region: string | null;
  usdPerChipHour: number;
  spotUsdPerChipHour: number | null;
  date: string;
  source: string;
}

/** Electricity of a place. */
export interface Grid {
  id: string;
  name: string;
  /** CO2 equivalents by place of consumption, whatever the contracts say. */
  gramsPerKilowattHour: number;
  /** Year of the figure: factors of different years and methods differ by up to two. */
  year: number;
  source: string;
}
