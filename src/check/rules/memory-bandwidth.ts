import { formatQuantity } from "../../units/format.ts";
import { above } from "./finding.ts";
import { hbmGeneration } from "./hbm-generations.ts";
import { interfaceBandwidth } from "./interface-bandwidth.ts";
import type { Rule } from "./rule.ts";

const ROUNDING = 1.01;

const shown = (value: number): string => formatQuantity(value, "bytes-per-second");

export const memoryBandwidth: Rule = {
  code: "CS3002",
  id: "memory-bandwidth",
  title: "bandwidth beyond what the memory can carry",
  level: "error",
  explanation:
    "memory.bandwidth is more than memory.stacks stacks of that generation carry at their fastest bin (HBM2 307, HBM2E 461, HBM3 819, HBM3E 1280, HBM4 2800, HBM4E 3600 GB/s; sources in src/check/rules/hbm-generations.ts), or more than the width and rate in the name of the memory (LPDDR5X-8533 256-bit, DDR5-6400 12ch).",
  check: ({ spec: { chip, silicon } }) => {
    const { type, bandwidthBytesPerSecond: value } = chip.memory;
    if (value === null || chip.estimated.includes("memory.bandwidthBytesPerSecond")) return [];
    const path = ["memory", "bandwidth"];
    const unit = { dimension: "bytes-per-second", unit: "B/s" } as const;
    const generation = hbmGeneration(type);
    const stacks = silicon.memoryStacks;
    if (generation !== null && stacks !== null) {
      const limit = stacks * generation.bytesPerSecond;
      if (value <= limit * ROUNDING) return [];
      const each = shown(generation.bytesPerSecond);
      const message = `${shown(value)} is more than ${stacks} stacks of ${generation.name} carry: ${stacks} × ${each} = ${shown(limit)}`;
      const help = `memory.bandwidth ≤ ${shown(limit)} would pass, or memory.stacks ≥ ${Math.ceil(value / generation.bytesPerSecond)}`;
      return [above({ path, value, limit, ...unit, message, help })];
    }
    const carried = generation === null ? interfaceBandwidth(type ?? "") : null;
    if (carried === null || value <= carried.bytesPerSecond * ROUNDING) return [];
    const limit = carried.bytesPerSecond;
    const message = `${shown(value)} is more than ${carried.words} carry: ${shown(limit)}`;
    const help = `memory.bandwidth ≤ ${shown(limit)} would pass`;
    return [above({ path, value, limit, ...unit, message, help })];
  },
};
