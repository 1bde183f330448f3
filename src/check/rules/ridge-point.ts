import { PRECISIONS } from "../../units/precision.ts";
import { odd } from "./finding.ts";
import type { Rule } from "./rule.ts";

/**
 * How far the ridge may lie from the nearest workload. Between the ridges of chips that serve one workload well there is a factor of
 * three (H200 412, MI300X 493, Groq under 100 operations a byte at 8 bits); ten leaves room for batch sizes.
 */
const FAR = 10;

export const ridgePoint: Rule = {
  code: "CS3008",
  id: "ridge-point",
  title: "ridge point far from every workload",
  level: "warn",
  explanation:
    "The ridge point (peak ÷ memory bandwidth, in operations per byte; Williams et al., CACM 2009) is ten times above or below what every workload of the run does for each byte at a large batch. Arithmetic or bandwidth would idle whatever runs: the design is unbalanced for its purpose.",
  check: ({ spec: { chip }, intensities }) => {
    const bandwidth = chip.memory.bandwidthBytesPerSecond;
    const known = intensities.flatMap(({ workload, operationsPerByte }) =>
      operationsPerByte === null ? [] : [{ workload, operationsPerByte }],
    );
    const peaks = PRECISIONS.flatMap((precision) => {
      const peak = chip.peakOpsPerSecond[precision];
      return peak === undefined || precision === "fp64" || precision === "fp32" ? [] : [peak];
    });
    if (bandwidth === null || known.length === 0 || peaks.length === 0) return [];
    const [slowest, fastest] = [Math.min(...peaks) / bandwidth, Math.max(...peaks) / bandwidth];
    const lowest = Math.min(...known.map(({ operationsPerByte }) => operationsPerByte));
    const highest = Math.max(...known.map(({ operationsPerByte }) => operationsPerByte));
    const idle =
      slowest > FAR * highest
        ? { what: "arithmetic", ridge: slowest, side: "above", nearest: highest }
        : fastest < lowest / FAR
          ? { what: "bandwidth", ridge: fastest, side: "below", nearest: lowest }
          : null;
    if (idle === null) return [];
    const whole = (value: number): string => String(Math.round(value));
    const wanted =
      idle.what === "arithmetic" ? (bandwidth * idle.ridge) / (FAR * idle.nearest) : null;
    return [
      {
        ...odd({
          path: ["memory", "bandwidth"],
          message: `the ridge point of ${whole(idle.ridge)} operations per byte lies ${(Math.max(idle.ridge, idle.nearest) / Math.min(idle.ridge, idle.nearest)).toFixed(0)} times ${idle.side} the nearest workload (${whole(idle.nearest)}): ${idle.what} would idle`,
          help:
            wanted === null
              ? "more arithmetic or less bandwidth would balance it"
              : `memory.bandwidth ≥ ${(wanted / 1e12).toPrecision(3)} TB/s would pass, or fewer operations per second`,
        }),
        value: idle.ridge,
        limit: idle.side === "above" ? FAR * idle.nearest : idle.nearest / FAR,
        unit: "OP/B",
      },
    ];
  },
};
