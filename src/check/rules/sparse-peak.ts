import { formatQuantity } from "../../units/format.ts";
import { PRECISIONS, type Precision } from "../../units/precision.ts";
import { odd } from "./finding.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** Whether a figure is another one doubled, as structured 2:4 sparsity doubles a peak. */
export const isTwice = (value: number, of: number): boolean => Math.abs(value / of - 2) < 0.04;

/**
 * A matrix unit that can skip zeros splits its 16-bit multipliers in two for 8 bits: the dense rates differ by two in every such chip
 * of the catalogue, so four means that the narrower one counts zeros. At 4 bits GeForce cards really do four times their 8-bit rate
 * (which they halve), so nothing follows from that ratio.
 */
const HALVES: readonly (readonly [wide: Precision, narrow: Precision])[] = [
  ["bf16", "fp8"],
  ["fp16", "fp8"],
];

const CONFESSION =
  /\b(?:with|incl\w*|using)\s+(?:\d:\d\s+)?(?:structured\s+)?sparsity\b|\bsparse (?:peak|figure|rate)/iu;

export const sparsePeak: Rule = {
  code: "CS3010",
  id: "sparse-peak",
  title: "sparse figure given as dense",
  level: "error",
  explanation:
    "compute.peak takes dense rates. This one is twice cores × clock × operations per cycle, or four times the next wider format, or its own note says that it counts sparsity: a figure with 2:4 sparsity, which weights that are not pruned never reach. Halve it and keep structuredSparsity: true.",
  check: ({ spec: { chip, silicon } }) => {
    const found = new Map<Precision, RuleFinding>();
    const add = (precision: Precision, why: string): void => {
      const peak = chip.peakOpsPerSecond[precision];
      if (peak === undefined || found.has(precision)) return;
      const half = formatQuantity(peak / 2, "operations-per-second");
      found.set(precision, {
        ...odd({
          path: ["compute", "peak", precision],
          message: `the ${precision} peak of ${formatQuantity(peak, "operations-per-second")} looks sparse: ${why}`,
          help: `a dense compute.peak.${precision} of ${half} would pass`,
        }),
        expected: half,
        found: formatQuantity(peak, "operations-per-second"),
        value: peak,
        limit: peak / 2,
        unit: "OP/s",
        missedBy: 1,
      });
    };
    for (const precision of PRECISIONS) {
      const ops = silicon.opsPerCycle[precision];
      const peak = chip.peakOpsPerSecond[precision];
      if (peak === undefined) continue;
      if (
        ops !== undefined &&
        chip.cores &&
        chip.clockHz &&
        isTwice(peak, chip.cores * chip.clockHz * ops)
      ) {
        add(precision, "it is twice cores × clock × operations per cycle");
      }
      const note = silicon.peakNotes[precision];
      if (note !== undefined && CONFESSION.test(note)) add(precision, `its note says "${note}"`);
    }
    for (const [wide, narrow] of HALVES) {
      const peaks = chip.peakOpsPerSecond;
      const ratio = (peaks[narrow] ?? 0) / (peaks[wide] ?? Number.POSITIVE_INFINITY);
      if (chip.structuredSparsity && Math.abs(ratio - 4) < 0.08)
        add(narrow, `it is four times the ${wide} peak`);
    }
    return [...found.values()];
  },
};
