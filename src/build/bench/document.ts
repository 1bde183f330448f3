import type { Block, Cell, Document } from "../../report/document.ts";
import type { KernelFigures } from "./kernel.ts";
import type { PlannerFigures } from "./planner.ts";
import type { RobustnessFigures } from "./robustness.ts";
import type { CommandFigures, GrowthFigures } from "./processes.ts";

/** Everything that `npm run bench` measures. Seconds of CPU unless a name says otherwise. */
export interface BenchResult {
  machine: { node: string; cpu: string; cores: number; loadAverage: number };
  /** Rounds per second of the fixed loop; other rates are given as multiples of it too. */
  referenceRoundsPerSecond: number;
  kernel: KernelFigures & { perReferenceRound: number };
  planner: readonly PlannerFigures[];
  robustness: readonly RobustnessFigures[];
  nodeSeconds: number;
  commands: readonly CommandFigures[];
  growth: readonly (GrowthFigures & { workers: number })[];
}

export function benchDocument(result: BenchResult): Document {
  return {
    blocks: [
      { kind: "heading", text: "Machine" },
      machine(result),
      { kind: "heading", text: "Figures" },
      { kind: "table", table: { columns: COLUMNS, rows: rowsOf(result) } },
    ],
  };
}

function machine({ machine: { node, cpu, cores, loadAverage } }: BenchResult): Block {
  return {
    kind: "facts",
    items: [
      { label: "Processor", value: `${cpu}, ${cores} cores` },
      { label: "Node.js", value: node },
      { label: "Load", value: `${loadAverage.toFixed(1)} before the first measurement` },
    ],
  };
}

const COLUMNS = [
  { id: "what", title: "What", type: "text" },
  { id: "value", title: "Value", type: "sum" },
  { id: "unit", title: "Unit", type: "text" },
] as const;

function rowsOf(result: BenchResult): Cell[][] {
  const { kernel, planner, commands, growth } = result;
  const row = (what: string, value: string, unit: string): Cell[] => [
    { value: what },
    { value },
    { value: unit },
  ];
  return [
    row("reference loop", millions(result.referenceRoundsPerSecond), "M rounds/s"),
    row("kernel, one core", millions(kernel.perSecondOneCore), "M configurations/s of CPU"),
    row("kernel over reference loop", kernel.perReferenceRound.toFixed(3), "configurations/round"),
    row(`kernel, ${kernel.cores} cores`, millions(kernel.perSecondAllCores), "M configurations/s"),
    row("speed-up of all cores", kernel.speedup.toFixed(2), "× one"),
    row("the same of a loop that shares nothing", kernel.loopSpeedup.toFixed(2), "× one"),
    ...planner.flatMap((each) => [
      row(
        `planner, ${each.workload}: ${each.chips} chips`,
        milli(each.warmSeconds),
        "ms of CPU, warm",
      ),
      row("· its median chip", milli(each.medianChipSeconds), "ms"),
      row("· its slowest chip", milli(each.slowestChipSeconds), "ms"),
      row("· plans and ranking, fresh process", milli(each.coldSeconds), "ms of CPU"),
    ]),
    ...result.robustness.map(({ what, seconds }) =>
      row(`10,000 robustness draws, 50 × 12: ${what}`, milli(seconds), "ms of CPU"),
    ),
    row("node -e 0", milli(result.nodeSeconds), "ms of CPU"),
    ...commands.map(({ command, overNodeSeconds }) =>
      row(shortened(command), milli(overNodeSeconds), "ms of CPU over node -e 0"),
    ),
    ...growth.flatMap(({ configurations, cpuSeconds, wallSeconds, peakBytes, workers }) => [
      row(
        `search of ${millions(configurations)} M, ${workers} ${workers === 1 ? "thread" : "threads"}`,
        `${cpuSeconds.toFixed(2)} / ${wallSeconds.toFixed(2)}`,
        "s of CPU / of time",
      ),
      row("· its peak memory", (peakBytes / 1e6).toFixed(0), "MB"),
    ]),
  ];
}

const millions = (value: number): string => (value / 1e6).toFixed(value < 1e7 ? 2 : 1);
const milli = (seconds: number): string => (seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0);
const shortened = (command: string): string => command.replace("profiles/workloads/", "");
