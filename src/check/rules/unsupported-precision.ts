import { PRECISIONS, type Precision } from "../../units/precision.ts";
import { odd } from "./finding.ts";
import { writtenAt } from "../spec/written.ts";
import type { Rule } from "./rule.ts";

/** Vector formats and TF32, which a framework uses in place of FP32, are no format that a stack lists. */
const ALWAYS: ReadonlySet<Precision> = new Set(["fp64", "fp32", "tf32"]);

export const unsupportedPrecision: Rule = {
  code: "CS3009",
  id: "unsupported-precision",
  title: "precision that no stack runs",
  level: "warn",
  explanation:
    "compute.peak claims a number format that none of the software stacks of the spec has kernels for. The simulation never uses it, and neither would a customer. Name a stack that runs it, or leave the claim out.",
  check: ({ spec: { chip, document }, stacks }) => {
    const run = new Set(stacks.flatMap(({ precisions }) => precisions));
    if (stacks.length === 0) return [];
    return PRECISIONS.filter(
      (precision) =>
        chip.peakOpsPerSecond[precision] !== undefined &&
        !ALWAYS.has(precision) &&
        !run.has(precision) &&
        writtenAt(document, ["compute", "peak", precision]) !== undefined,
    ).map((precision) =>
      odd({
        path: ["compute", "peak", precision],
        message: `no stack of the spec runs ${precision} (${stacks.map(({ id }) => id).join(", ")})`,
        help: `formats that they run: ${[...run].join(", ")}`,
      }),
    );
  },
};
