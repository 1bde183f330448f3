import { PRECISIONS } from "../../units/precision.ts";
import { formatQuantity } from "../../units/format.ts";
import type { Rule } from "./rule.ts";
import { isTwice } from "./sparse-peak.ts";

/** Data sheets round peaks to three or four digits and clocks to 10 MHz. */
const ROUNDING = 0.01;

export const peakArithmetic: Rule = {
  code: "CS3001",
  id: "peak-arithmetic",
  title: "peak is not cores × clock × operations per cycle",
  level: "error",
  explanation:
    "A dense peak is cores × clock × operations of a core per cycle (compute.opsPerCycle; a multiply-accumulate is two). The spec states all of them and they differ by more than 1 %, so one of them is out of date.",
  check: ({ spec: { chip, silicon } }) =>
    PRECISIONS.flatMap((precision) => {
      const ops = silicon.opsPerCycle[precision];
      const peak = chip.peakOpsPerSecond[precision];
      if (ops === undefined || peak === undefined || !chip.cores || !chip.clockHz) return [];
      const product = chip.cores * chip.clockHz * ops;
      const off = peak / product - 1;
      if (Math.abs(off) <= ROUNDING || isTwice(peak, product)) return [];
      const shown = formatQuantity(product, "operations-per-second");
      const said = formatQuantity(peak, "operations-per-second");
      const sum = `${chip.cores} cores × ${formatQuantity(chip.clockHz, "hertz")} × ${ops}`;
      return [
        {
          path: ["compute", "peak", precision],
          message: `the ${precision} peak is ${said}, but ${sum} = ${shown} (${off > 0 ? "+" : ""}${(off * 100).toFixed(1)} %)`,
          expected: shown,
          found: said,
          value: peak,
          limit: product,
          unit: "OP/s",
          missedBy: Math.abs(off),
          help: `compute.peak.${precision} ${shown} would pass, or a clock of ${formatQuantity(peak / (chip.cores * ops), "hertz")}`,
        },
      ];
    }),
};
