import { withChip, type InputsOf } from "../input.ts";

/** Memory bandwidth of the chip, as published; none for chips that keep everything on the die. */
export const bandwidthInputs: InputsOf = ({ workload, catalog }, { hardware }) => {
  const { chip } = hardware;
  const { bandwidthBytesPerSecond } = chip.memory;
  if (bandwidthBytesPerSecond === null) return [];
  return [
    {
      input: "bandwidth",
      path: `chips.${chip.id}.memory.bandwidthBytesPerSecond`,
      unit: "B/s",
      now: bandwidthBytesPerSecond,
      chip: chip.id,
      noun: "memory bandwidth",
      of: chip.name,
      lowest: 0.25,
      highest: 4,
      at: (value) => ({
        workload,
        catalog: withChip(catalog, chip.id, (each) => ({
          ...each,
          memory: { ...each.memory, bandwidthBytesPerSecond: value },
        })),
      }),
    },
  ];
};
