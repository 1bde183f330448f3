import type { Chip } from "../catalog/types.ts";
import type { Device } from "../simulation/device.ts";
import { busyShare, scaledRates } from "../simulation/rates.ts";
import { cell, noteOf } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Notes that tell how many of the chip's cores worked: "ONE of 3 NPU cores", "@1 Core", "4 threads", SINGLE_CORE. */
const ONE_OF = /\bONE of (\d+) NPU cores/u;
const AT_CORES = /@(\d+) Cores?\b/u;
const THREADS = /(?:^|[;\s])(\d+) threads\b/u;
const SINGLE_CORE = /SINGLE_CORE/u;
/** "(AWS m6a, 96 vCPU)" in the chip's name; instances of these kinds have one thread a core, other x86 ones two. */
const VCPU = /\b(\d+) vCPU\b/u;
const THREAD_PER_CORE = /\b[a-z]*[78]a\.?\w*\b/u;
/** "(one GCD)", "(one tile)": one die of the package. */
const ONE_DIE = /\(one (?:GCD|die|tile)\)/u;

/** Dies of the package that a row did not use, 1 / dies where it names one of them: its memory and links are as far away as another chip's. */
export function dieShare(row: MeasurementRow, chip: Chip): number {
  return ONE_DIE.test(cell(row, "chip")) ? 1 / (chip.process.diesPerPackage ?? 1) : 1;
}

/** Share of the chip's cores that a row measured, 0..1; 1 unless the note says otherwise. */
export function chipShare(row: MeasurementRow, chip: Chip): number {
  const note = noteOf(row);
  const oneOf = ONE_OF.exec(note)?.[1];
  if (oneOf !== undefined) return 1 / Number(oneOf);
  const cores = chip.cores ?? 1;
  if (cores <= 1) return 1;
  const rented = coresRented(cell(row, "chip"), chip);
  const used = Math.min(coresUsed(note, chip) ?? rented ?? cores, rented ?? cores);
  if (cell(row, "chips") > "1") return 1;
  return Math.min(1, used / cores);
}

/** Cores of a cloud instance that holds a part of the socket. */
function coresRented(name: string, chip: Chip): number | null {
  const threads = VCPU.exec(name)?.[1];
  if (threads === undefined || chip.class !== "cpu") return null;
  const isSingle = chip.family.startsWith("arm") || THREAD_PER_CORE.test(name);
  return Number(threads) / (isSingle ? 1 : 2);
}

function coresUsed(note: string, chip: Chip): number | null {
  if (SINGLE_CORE.test(note)) return 1;
  const text =
    AT_CORES.exec(note)?.[1] ?? (chip.class === "cpu" ? THREADS.exec(note)?.[1] : undefined);
  return text === undefined ? null : Number(text);
}

/** "1 CPU 400 MHz": boards run microcontrollers below the data sheet's clock, as supply and memory ask. */
const CORE_CLOCK = /\b\d+ CPU (\d+) MHz/u;

/** The clock of a microcontroller that a row states over the chip's own; 1 unless it does. */
export function statedClockShare(row: MeasurementRow, { class: chipClass, clockHz }: Chip): number {
  const megahertz = CORE_CLOCK.exec(noteOf(row))?.[1];
  if (megahertz === undefined || chipClass !== "mcu" || clockHz === null) return 1;
  return (Number(megahertz) * 1e6) / clockHz;
}

/** The chip at a share of its clock: its rates, and its memory, which it reads a word a cycle. */
export function atClock(chip: Chip, share: number): Chip {
  if (share === 1) return chip;
  return {
    ...chip,
    clockHz: chip.clockHz === null ? null : chip.clockHz * share,
    peakOpsPerSecond: scaledRates(chip.peakOpsPerSecond, share),
  };
}

/** One die of a package: a share of everything. */
export function dieOfDevice(device: Device, share: number): Device {
  if (share >= 1) return device;
  return {
    ...shareOfDevice(device, share),
    memoryBytesPerSecond: device.memoryBytesPerSecond * share,
    usableMemoryBytes: device.usableMemoryBytes * share,
    tdpWatts: device.tdpWatts * share,
  };
}

/** The device with a share of its cores: less arithmetic, the same memory. Fewer cores wait less for each other. */
export function shareOfDevice(device: Device, share: number): Device {
  if (share >= 1) return device;
  const engines = Math.max(1, Math.round((device.chip.engines ?? 1) * share));
  const cores = Math.max(1, Math.round(device.cores * share));
  return {
    ...inTeams(device, cores, share),
    chip: { ...device.chip, engines },
    peakOpsPerSecond: scaledRates(device.peakOpsPerSecond, share),
    cores,
  };
}

/** The device with its cores in teams, each with work of its own: `share` of the rates, and less waiting. */
export function inTeams(device: Device, team: number, share = 1): Device {
  const { stack, chip, cores } = device;
  const busy = (count: number): number => busyShare(stack, chip.class, count);
  const factor = (share * busy(Math.min(team, cores))) / busy(cores);
  return {
    ...device,
    reachableOpsPerSecond: scaledRates(device.reachableOpsPerSecond, factor),
    vectorOpsPerSecond: device.vectorOpsPerSecond * factor,
  };
}

/** Threads of one process where several processes run beside each other ("n_proc 24 x n_threads 8"). */
const PROCESSES = /n_proc (\d+) x n_threads (\d+)/u;

/** Cores that work on one multiply together, or null where all that the row uses do. */
export function teamOf(row: MeasurementRow): number | null {
  const [, processes, threads] = PROCESSES.exec(noteOf(row)) ?? [];
  return Number(processes) > 1 ? Number(threads) : null;
}
