import type { Chip } from "../catalog/types.ts";
import { scaledRates, type Device } from "../simulation/device.ts";
import { cell, noteOf } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Notes that tell how many of the chip's cores worked: "ONE of 3 NPU cores", "@1 Core", "4 threads", SINGLE_CORE. */
const ONE_OF = /\bONE of (\d+) NPU cores/u;
const AT_CORES = /@(\d+) Cores?\b/u;
const THREADS = /(?:^|[;\s])(\d+) threads\b/u;
const SINGLE_CORE = /SINGLE_CORE/u;

/** Share of the chip's cores that a row measured, 0..1; 1 unless the note says otherwise. */
export function chipShare(row: MeasurementRow, chip: Chip): number {
  const note = noteOf(row);
  const oneOf = ONE_OF.exec(note)?.[1];
  if (oneOf !== undefined) return 1 / Number(oneOf);
  const cores = chip.cores ?? 1;
  if (cores <= 1) return 1;
  const used = coresUsed(note, chip);
  if (used === null || cell(row, "chips") > "1") return 1;
  return Math.min(1, used / cores);
}

function coresUsed(note: string, chip: Chip): number | null {
  if (SINGLE_CORE.test(note)) return 1;
  const text =
    AT_CORES.exec(note)?.[1] ?? (chip.class === "cpu" ? THREADS.exec(note)?.[1] : undefined);
  return text === undefined ? null : Number(text);
}

/** The device with a share of its cores: less arithmetic, the same memory. */
export function shareOfDevice(device: Device, share: number): Device {
  if (share >= 1) return device;
  const engines = Math.max(1, Math.round((device.chip.engines ?? 1) * share));
  return {
    ...device,
    chip: { ...device.chip, engines },
    peakOpsPerSecond: scaledRates(device.peakOpsPerSecond, share),
    reachableOpsPerSecond: scaledRates(device.reachableOpsPerSecond, share),
    vectorOpsPerSecond: device.vectorOpsPerSecond * share,
    cores: Math.max(1, Math.round(device.cores * share)),
  };
}
