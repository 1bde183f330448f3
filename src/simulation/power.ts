import { dynamicPowerShare } from "./clock.ts";
import type { Device } from "./device.ts";
import type { StepTime } from "./step-time.ts";

/**
 * Dynamic power at full use of the arithmetic and of the memory, as shares of (TDP − idle). They add up to more than one
 * because TDP caps the sum. Prefill and training run near TDP while decoding draws 50–70 % of it (Patel et al.,
 * "POLCA" and "Splitwise", 2024; measured on A100 and H100).
 */
const COMPUTE_POWER_SHARE = 0.8;
const MEMORY_POWER_SHARE = 0.55;

/** Idle power over TDP when it is unknown: H100 67 of 700 W, H200 72, B200 137 of 1,000 W (EC2, January 2026). */
const IDLE_SHARE = 0.12;

/**
 * The same for microcontrollers, which sleep between windows of sound: medians of STM32L4R5, nRF52840, MCX N947,
 * EFR32MG24, ESP32-S3 and RP2040 (datasheets, memory kept).
 */
const SLEEP_SHARE = 0.00034;

/** Power of one chip while it works, watts. A device always has a TDP (`buildDevice` refuses chips without). */
export function busyWatts(device: Device, time: StepTime): number {
  const idle = idleWatts(device);
  const compute = Math.min(1, time.busyComputeSeconds / time.seconds);
  const memory = Math.min(1, time.busyMemorySeconds / time.seconds);
  const logic = COMPUTE_POWER_SHARE * dynamicPowerShare(device.clockFraction) * compute;
  const activity = Math.min(1, logic + MEMORY_POWER_SHARE * memory);
  return idle + (device.tdpWatts - idle) * activity;
}

export function idleWatts(device: Device): number {
  const { chip, tdpWatts } = device;
  return chip.idleWatts ?? (chip.class === "mcu" ? SLEEP_SHARE : IDLE_SHARE) * tdpWatts;
}

/** Mean power when the chip works `load` of the time (0..1) and idles otherwise. */
export function meanWatts(device: Device, time: StepTime, load: number): number {
  const idle = idleWatts(device);
  const share = Math.min(1, Math.max(0, load));
  return idle + (busyWatts(device, time) - idle) * share;
}
