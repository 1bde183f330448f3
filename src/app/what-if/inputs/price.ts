import { withChip, type Input, type InputsOf } from "../input.ts";

/**
 * What the chip costs in the way that its plan pays for it. A rent is that of `cheapestRent`: all offers of the chip move
 * together, so that the one that is planned with stays the same.
 */
export const priceInputs: InputsOf = ({ workload, catalog }, { hardware, plan }) => {
  const { chip, rentUsdPerChipHour } = hardware;
  const common = { chip: chip.id, lowest: 0.1, highest: 10 };
  if (plan.ownership === "own") {
    if (chip.priceUsd === null || chip.priceUsd === 0) return [];
    const price: Input = {
      ...common,
      input: "price",
      path: `chips.${chip.id}.priceUsd`,
      unit: "USD",
      now: chip.priceUsd,
      noun: "price",
      of: chip.name,
      at: (priceUsd) => ({
        workload,
        catalog: withChip(catalog, chip.id, (each) => ({ ...each, priceUsd })),
      }),
    };
    return [price];
  }
  if (rentUsdPerChipHour === null || rentUsdPerChipHour === 0) return [];
  const rent: Input = {
    ...common,
    input: "rent",
    path: `chips.${chip.id}.rentUsdPerHour`,
    unit: "USD/h",
    now: rentUsdPerChipHour,
    noun: "rent",
    of: chip.name,
    at(usdPerHour) {
      const factor = usdPerHour / rentUsdPerChipHour;
      const { rentUsdPerHour: own } = chip;
      const changed = withChip(catalog, chip.id, (each) => ({
        ...each,
        rentUsdPerHour: own === null ? null : own * factor,
      }));
      const cloudPrices = catalog.cloudPrices.map((offer) =>
        offer.chip === chip.id
          ? { ...offer, usdPerChipHour: offer.usdPerChipHour * factor }
          : offer,
      );
      return { workload, catalog: { ...changed, cloudPrices } };
    },
  };
  return [rent];
};
