import { formatQuantity } from "../../units/format.ts";
import { above } from "./finding.ts";
import { hbmGeneration } from "./hbm-generations.ts";
import type { Rule } from "./rule.ts";

export const memoryCapacity: Rule = {
  code: "CS3012",
  id: "memory-capacity",
  title: "capacity beyond what the stacks hold",
  level: "error",
  explanation:
    "memory.capacity is more than memory.stacks stacks of that generation hold at their tallest (HBM2 and HBM2E 24, HBM3 24, HBM3E 48, HBM4 and HBM4E 64 GB; sources in src/check/rules/hbm-generations.ts).",
  check: ({ spec: { chip, silicon } }) => {
    const generation = hbmGeneration(chip.memory.type);
    const { capacityBytes: value } = chip.memory;
    const stacks = silicon.memoryStacks;
    if (generation === null || stacks === null || value === null) return [];
    const limit = stacks * generation.bytes;
    if (value <= limit * 1.01) return [];
    const shown = (bytes: number): string => formatQuantity(bytes, "bytes");
    return [
      above({
        path: ["memory", "capacity"],
        value,
        limit,
        dimension: "bytes",
        unit: "B",
        message: `${shown(value)} is more than ${stacks} stacks of ${generation.name} hold: ${stacks} × ${shown(generation.bytes)} = ${shown(limit)}`,
        help: `memory.capacity ≤ ${shown(limit)} would pass, or memory.stacks ≥ ${Math.ceil(value / generation.bytes)}`,
      }),
    ];
  },
};
