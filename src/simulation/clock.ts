import type { Device } from "./device.ts";
import { scaledRates } from "./rates.ts";

/** Shares of the nominal clock that the planner tries where it may; below a third, leakage and memory are all that is left. */
export const CLOCK_FRACTIONS: readonly number[] = [
  0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35,
];

/**
 * Voltage over its nominal value by clock over its nominal value: level below six tenths, from there on a straight line. The operating
 * points of the RK3588's GPU, 0.675 V up to 600 MHz and 0.85 V at 1,000 MHz (Linux device tree); few vendors publish theirs.
 */
function voltageShare(fraction: number): number {
  const floor = 0.675 / 0.85;
  return fraction <= 0.6 ? floor : floor + ((1 - floor) * (fraction - 0.6)) / 0.4;
}

/** Dynamic power of the logic over its nominal value: P = C · V² · f. */
export const dynamicPowerShare = (fraction: number): number =>
  fraction * voltageShare(fraction) ** 2;

/** The device at a share of its nominal clock: arithmetic and memory on the die slow down, memory beside it and links do not. */
export function atClock(device: Device, fraction: number): Device {
  if (fraction === 1) return device;
  const { chip, onChip } = device;
  return {
    ...device,
    clockFraction: device.clockFraction * fraction,
    reachableOpsPerSecond: scaledRates(device.reachableOpsPerSecond, fraction),
    vectorOpsPerSecond: device.vectorOpsPerSecond * fraction,
    onChip: { ...onChip, bytesPerSecond: onChip.bytesPerSecond * fraction },
    memoryBytesPerSecond:
      device.memoryBytesPerSecond * (chip.class === "mcu" || chip.memory.onChipOnly ? fraction : 1),
  };
}
