import type { CollectiveKind } from "../../workload/types.ts";
import type { Device } from "../device.ts";

/** Seconds that no placement of a group undercuts: its bytes, without any latency, over the quickest links that can carry them. */
export function linkSeconds(
  kind: CollectiveKind,
  bytes: number,
  size: number,
  device: Device,
): number {
  if (size <= 1) return 0;
  const passes = kind === "all-reduce" ? 2 : 1;
  const inside = device.scaleUp?.bytesPerSecond ?? 0;
  const outside = Math.max(device.bus?.bytesPerSecond ?? 0, device.scaleOut?.bytesPerSecond ?? 0);
  const domain = device.scaleUp?.chips ?? 1;
  if (size <= domain) return (passes * bytes * (size - 1)) / size / Math.max(inside, outside);
  // Each chip carries its part of what leaves a full domain.
  const domains = Math.ceil(size / domain);
  const share = kind === "all-to-all" ? 1 : 1 / domain;
  return (passes * bytes * share * (domains - 1)) / domains / outside;
}
