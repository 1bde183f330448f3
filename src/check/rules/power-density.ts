import type { Chip } from "../../catalog/types.ts";
import { formatQuantity } from "../../units/format.ts";
import type { Rule } from "./rule.ts";

const density = ({ tdpWatts, process, estimated }: Chip): number | null =>
  tdpWatts === null || process.dieAreaSquareMillimetres === null || estimated.includes("tdpWatts")
    ? null
    : tdpWatts / process.dieAreaSquareMillimetres;

/** Watts of a host processor that a superchip's TDP counts, while its die area is that of the accelerator alone. */
const COUNTS_ITS_HOST = /\bGH200\b|Superchip/iu;

export const powerDensity: Rule = {
  code: "CS3005",
  id: "power-density",
  title: "more watts per area than any chip there is",
  level: "warn",
  explanation:
    "power.tdp divided by the area of all dies is above that of every chip of the same deployment in the catalogue (superchips whose power includes a host processor left out). Cooling that nobody has shown yet is a risk, not an impossibility: say in a suppression how it is cooled.",
  check: ({ spec: { chip }, catalogue }) => {
    const value = density(chip);
    if (value === null) return [];
    const peers = catalogue.flatMap((peer) => {
      const figure = density(peer);
      const comparable = peer.deployment === chip.deployment && !COUNTS_ITS_HOST.test(peer.name);
      return figure === null || !comparable ? [] : [{ peer, figure }];
    });
    const densest = peers.toSorted((a, b) => b.figure - a.figure)[0];
    if (densest === undefined || value <= densest.figure) return [];
    const limit = densest.figure;
    const area = chip.process.dieAreaSquareMillimetres ?? 0;
    return [
      {
        path: ["power", "tdp"],
        message: `${value.toFixed(2)} W/mm2 is denser than every ${chip.deployment} chip of the catalogue (${densest.peer.name}: ${limit.toFixed(2)} W/mm2)`,
        expected: `at most ${limit.toFixed(2)} W/mm2`,
        found: `${value.toFixed(2)} W/mm2`,
        value,
        limit,
        unit: "W/mm2",
        missedBy: value / limit - 1,
        help: `power.tdp ≤ ${formatQuantity(limit * area, "watts")} would pass, or ${formatQuantity((chip.tdpWatts ?? 0) / limit, "square-millimetres")} of die`,
      },
    ];
  },
};
