import { Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { described } from "../help-text.ts";
import { positiveInteger } from "../numbers.ts";
import { styleOptions } from "../output-options.ts";
import {
  collect,
  collectWords,
  parseShard,
  parseSweepFormat,
  parseTop,
  SWEEP_FORMATS,
  type SweepFlags,
} from "../sweep/options.ts";

const DESCRIPTION = `Evaluates a workload at every point of a grid and tells which chip wins where. Each --over is an axis; the last one varies fastest.

KEY is a path in the workload file (entries of lists by id or number), or chip.ID.KEY with a key of a chip profile, where ID is a chip, a class or * for all. Values are written as in the file; x0.5 is half of what is there, 10..80/8 GB eight values evenly spaced, 1..64*2 powers of two.

Exit code 1 means that no point has a candidate that meets every limit, 130 that it was interrupted.`;

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(DESCRIPTION, [
        {
          command:
            'chipselect sweep workload.yaml --over "budget.monthly=20 k USD,40 k USD" --over "demand.tasks.chat.rate=x0.5..x4*2"',
        },
        {
          command:
            'chipselect sweep workload.yaml --chips h100-sxm --over "chip.h100-sxm.memory.bandwidth=2..8/7 TB/s" -o bandwidth.csv',
        },
        {
          command: "chipselect sweep workload.yaml --over … -o part-1.ndjson --shard 1/4 --resume",
          purpose: "a quarter; chipselect merge joins them",
        },
      ]),
    )
    .argument("<workload>", "workload file, or - for stdin");
  const grid = [
    new Option("--over <key=values>", "an axis of the grid; repeatable")
      .argParser(collect)
      .default([], "none"),
    new Option("--chips <list>", "only these chips or classes, such as h100-sxm,tpu")
      .argParser(collectWords)
      .default([], "all"),
    new Option("--top <k>", "candidates listed for a point: a number, or all")
      .argParser(parseTop)
      .default(1),
  ];
  const output = [
    new Option("-f, --format <format>", `what stdout gets: ${SWEEP_FORMATS.join(", ")}`)
      .argParser(parseSweepFormat)
      .default("table"),
    new Option("-o, --output <file>", "rows to a file as they come: .ndjson or .csv"),
    new Option("--resume", "go on with the file of an interrupted sweep"),
    new Option("--force", "overwrite the file"),
    ...styleOptions(),
  ];
  const run = [
    new Option("--workers <n>", "threads; the result is the same with any number")
      .argParser(positiveInteger)
      .default(undefined, "all cores, one for little work"),
    new Option("--shard <i/n>", "part i of n, of about the same work each").argParser(parseShard),
  ];
  for (const option of grid) command.addOption(option.helpGroup("Grid:"));
  for (const option of run) command.addOption(option.helpGroup("Run:"));
  for (const option of output) command.addOption(option.helpGroup("Output:"));
  command.action(async (name: string, flags: SweepFlags) => {
    const { runSweep } = await import("../sweep/run-sweep.ts");
    finish(await runSweep(name, flags, io));
  });
}
