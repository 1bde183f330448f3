import type { Device } from "../simulation/device.ts";
import { noteOf, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** "400 Gbps inter-node", "800 Gb/s between nodes": what one node sends and receives. */
const PER_NODE = /(\d+) ?Gb(?:ps|\/s) (?:between nodes|inter-node)/u;
/** IDRIS Jean Zay, A100 partition: four Omni-Path links of 100 Gb/s for the eight GPUs of a node (BigScience tr11 README). */
const JEAN_ZAY = /Jean Zay/u;
const JEAN_ZAY_GIGABITS = 400;

/** The device with the network between its nodes that the note states, in place of its system's usual one. */
export function withStatedNetwork(device: Device, row: MeasurementRow): Device {
  const note = noteOf(row);
  const gigabits = numberInNote(row, PER_NODE) ?? (JEAN_ZAY.test(note) ? JEAN_ZAY_GIGABITS : null);
  if (gigabits === null || !device.scaleOut) return device;
  const perChip = (gigabits * 1e9) / 8 / device.system.chipsPerNode;
  const bytesPerSecond = perChip * device.family.linkShare;
  return { ...device, scaleOut: { ...device.scaleOut, bytesPerSecond } };
}
