import { odd } from "./finding.ts";
import { hbmGeneration } from "./hbm-generations.ts";
import { readField } from "../spec/inherit.ts";
import { writtenAt } from "../spec/written.ts";
import type { Rule } from "./rule.ts";

/** Figures that the simulation, the economics or the other rules need: field of `Chip`, key of the file. */
const NEEDED: readonly (readonly [field: string, key: string])[] = [
  ["memory.capacityBytes", "memory.capacity"],
  ["memory.bandwidthBytesPerSecond", "memory.bandwidth"],
  ["tdpWatts", "power.tdp"],
  ["idleWatts", "power.idle"],
  ["cores", "compute.cores"],
  ["clockHz", "compute.clock"],
  ["process.nodeNanometres", "process.node"],
  ["process.dieAreaSquareMillimetres", "process.dieArea"],
  ["priceUsd", "price"],
  ["hostLink", "links.host"],
];

export const missingFigures: Rule = {
  code: "CS3011",
  id: "missing-figures",
  title: "figures that nobody states",
  level: "warn",
  explanation:
    "A figure that the simulation, the economics or other rules need is missing, so it is estimated from peers of the catalogue (marked), or what depends on it is not judged: without compute.opsPerCycle no peak is checked, without memory.stacks no bandwidth of HBM.",
  check: ({ spec: { chip, silicon, document } }) => {
    const estimated = NEEDED.filter(([field]) =>
      chip.estimated.some((each) => each === field || each.startsWith(`${field}.`)),
    );
    const unknown = NEEDED.filter(([field]) => readField(chip, field) === null);
    const incomplete = (["scaleUp", "scaleOut"] as const).filter(
      (link) => writtenAt(document, ["links", link]) !== undefined && chip[link] === null,
    );
    const unchecked = [
      ...(Object.keys(silicon.opsPerCycle).length === 0 ? ["compute.opsPerCycle"] : []),
      ...(hbmGeneration(chip.memory.type) !== null && silicon.memoryStacks === null
        ? ["memory.stacks"]
        : []),
      ...(chip.scaleUp !== null && silicon.scaleUpLanes === null ? ["links.scaleUp.lanes"] : []),
    ];
    const keys = (list: typeof NEEDED): string => list.map(([, key]) => key).join(", ");
    const parts = [
      ...(incomplete.length > 0
        ? [
            `ignored because they are incomplete: ${incomplete.map((link) => `links.${link}`).join(", ")}`,
          ]
        : []),
      ...(unknown.length > 0 ? [`not stated: ${keys(unknown)}`] : []),
      ...(estimated.length > 0 ? [`estimated from peers: ${keys(estimated)}`] : []),
      ...(unchecked.length > 0
        ? [`not stated, so that other rules stay silent: ${unchecked.join(", ")}`]
        : []),
    ];
    if (parts.length === 0) return [];
    const first = [...unknown, ...estimated][0]?.[1] ?? unchecked[0] ?? incomplete[0] ?? "";
    const said = odd({ path: ["id"], message: parts.join("; "), help: `start with ${first}` });
    return [
      {
        ...said,
        value: unknown.length + estimated.length + unchecked.length + incomplete.length,
        limit: 0,
      },
    ];
  },
};
