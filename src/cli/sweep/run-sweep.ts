import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { packageVersion } from "../../app/package-root.ts";
import { checkSweep, workFactors } from "../../app/sweep/check-sweep.ts";
import { shardRange } from "../../app/sweep/grid.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import type { ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { readInput } from "../read-input.ts";
import { showDiagnostics } from "../show-failure.ts";
import { fingerprint } from "./fingerprint.ts";
import type { SweepFlags } from "./options.ts";
import { formatOfFile } from "./output-file.ts";
import {
  badInput,
  prepareSweep,
  sourcesOf,
  type PreparedSweep,
  type SweepSetup,
} from "./prepare.ts";
import { rangeOf } from "./same-sweep.ts";
import { writeSweep } from "./write-sweep.ts";

/** A larger grid is a mistyped range; a month of a thousand points a second has 3·10⁹. */
const MOST_POINTS = 1e9;
/** A smaller sweep is done before threads have started: each loads the program and the catalogue. */
const WORTH_WORKERS_MICROSECONDS = 1_500_000;

/** The whole command: reads, checks, evaluates, writes. Returns the exit code. */
export async function runSweep(name: string, flags: SweepFlags, io: Io): Promise<ExitCode> {
  checkFlags(flags);
  const { file, text } = await readInput(io, name);
  const setup: SweepSetup = {
    file,
    text,
    folder: name === "-" ? io.cwd : dirname(resolve(io.cwd, name)),
    over: flags.over,
    chips: flags.chips,
    top: flags.top === "all" ? null : flags.top,
    version: packageVersion(),
  };
  const prepared = prepareSweep(setup);
  const { sweep, axes } = prepared;
  const { points } = sweep.grid;
  if (points > MOST_POINTS) {
    const message = `the grid has ${points.toExponential(1)} points; at most 1e9 are swept`;
    throw new Failure(message, "fewer values on the axes, or a sweep for each part of the grid");
  }
  const { diagnostics, warnings } = checkSweep(sweep, axes);
  if (diagnostics.length > 0) throw badInput(diagnostics, setup);
  if (!flags.quiet) await showDiagnostics(warnings, sourcesOf(setup), io, flags);
  const header = headerOf(setup, prepared, flags);
  // Points differ in work, but whether threads pay is a matter of orders of magnitude.
  const { from, to } = rangeOf(header);
  const work = (sweep.work(axes.map(() => 0)) ?? 0) * (to - from);
  const workers = flags.workers ?? (work < WORTH_WORKERS_MICROSECONDS ? 1 : availableParallelism());
  return writeSweep({ setup, prepared, header, flags, io, workers });
}

function checkFlags({ over, output, format, shard, resume, force }: SweepFlags): void {
  if (over.length === 0) {
    const help = 'for example --over "budget.monthly=20 k USD,40 k USD"';
    throw new Failure("--over KEY=VALUES is missing: nothing to vary", help);
  }
  const fileFormat = output === undefined ? null : formatOfFile(output);
  if (fileFormat !== null && (format === "csv" || format === "ndjson")) {
    const help = "-o decides by its name what the rows are; stdout gets a summary";
    throw new Failure(`-o and --format ${format} exclude each other`, help);
  }
  if (shard && (fileFormat ?? format) !== "ndjson") {
    const message = "parts of a sweep are written as NDJSON";
    throw new Failure(message, "-o part.ndjson, or --format ndjson; chipselect merge makes CSV");
  }
  if (resume && output === undefined) throw new Failure("--resume needs -o FILE to go on with");
  if (resume && force) throw new Failure("--resume and --force exclude each other");
}

function headerOf(setup: SweepSetup, prepared: PreparedSweep, { shard }: SweepFlags): SweepHeader {
  const { sweep, axes } = prepared;
  const reading = sweep.workload(axes.map(() => 0));
  return {
    schemaVersion: 1,
    kind: "sweep",
    tool: { name: "chipselect", version: setup.version },
    workload: reading.ok ? reading.value.name : setup.file,
    fingerprint: fingerprint(setup, prepared),
    points: sweep.grid.points,
    axes: axes.map(({ key, values }) => ({ key, values: values.map(({ shown }) => shown) })),
    chips: setup.chips,
    top: setup.top,
    shard: shard ? { ...shard, ...shardRange(sweep.grid, workFactors(sweep, axes), shard) } : null,
  };
}
