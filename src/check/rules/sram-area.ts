import { formatQuantity } from "../../units/format.ts";
import { above } from "./finding.ts";
import type { Rule } from "./rule.ts";

/**
 * High-density bit cell in µm² by process node (economics.yaml sram_bitcell: TSMC's disclosures at ISSCC and IEDM). Nodes before 7 nm
 * have none on file and are not judged.
 */
const BIT_CELL: readonly (readonly [nanometres: number, squareMicrometres: number])[] = [
  [2, 0.0175],
  [3, 0.021],
  [5, 0.021],
  [7, 0.027],
];

/** Share of a macro that is bit cells: N3E 31.8 Mb/mm² of 47.6, N2 38.0 of 57.1 (economics.yaml sram_macro_density). */
const ARRAY_SHARE = 0.667;

/**
 * Share of the die that SRAM may take. The designs that are mostly memory take a third by the same sum (Graphcore GC200: 900 MB on 823
 * mm² at 7 nm, 35 %), the rest being logic, wires and I/O.
 */
const LARGEST_SHARE = 0.5;

/** Area in mm² of so many bytes; null for a node without a bit cell on file. */
export function sramArea(bytes: number, nodeNanometres: number): number | null {
  const cell = BIT_CELL.find(([node]) => nodeNanometres <= node)?.[1];
  return cell === undefined ? null : (bytes * 8 * cell) / ARRAY_SHARE / 1e6;
}

export const sramAreaRule: Rule = {
  code: "CS3007",
  id: "sram-area",
  title: "more SRAM than the dies have room for",
  level: "error",
  explanation:
    "onChip.sram and onChip.lastLevelCache in high-density bit cells of the node, with the array efficiency of real macros, take more than half of process.dieArea. The designs that are mostly memory take a third. SRAM has hardly shrunk since 5 nm, so a newer node does not help.",
  check: ({ spec: { chip } }) => {
    const { nodeNanometres, dieAreaSquareMillimetres: die } = chip.process;
    const bytes = (chip.onChipBytes ?? 0) + (chip.lastLevelCacheBytes ?? 0);
    if (bytes === 0 || die === null || nodeNanometres === null) return [];
    if (chip.estimated.includes("onChipBytes")) return [];
    const value = sramArea(bytes, nodeNanometres);
    const limit = LARGEST_SHARE * die;
    if (value === null || value <= limit) return [];
    const mm2 = (area: number): string => formatQuantity(area, "square-millimetres");
    const size = formatQuantity(bytes, "bytes");
    return [
      above({
        path: ["onChip", (chip.onChipBytes ?? 0) >= bytes / 2 ? "sram" : "lastLevelCache"],
        value,
        limit,
        dimension: "square-millimetres",
        unit: "mm2",
        message: `${size} of SRAM take ${mm2(value)} at ${nodeNanometres} nm, more than half of the ${mm2(die)} of die`,
        help: `${formatQuantity((bytes * limit) / value, "bytes")} on the dies would pass, or ${mm2(value / LARGEST_SHARE)} of die`,
      }),
    ];
  },
};
