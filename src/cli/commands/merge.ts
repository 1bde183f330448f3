import { Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { described } from "../help-text.ts";
import { styleOptions } from "../output-options.ts";
import { parseSweepFormat, SWEEP_FORMATS } from "../sweep/options.ts";
import type { MergeFlags } from "../sweep/merge.ts";

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Joins the parts that chipselect sweep --shard wrote to what one machine would have written, byte for byte. Parts that are missing, unfinished, given twice or of another sweep are errors. Of one whole file it makes another format.",
        [
          { command: "chipselect merge part-*.ndjson -o sweep.csv" },
          { command: "chipselect merge part-*.ndjson", purpose: "the summary" },
        ],
      ),
    )
    .argument("<files...>", "NDJSON files of all parts, in any order");
  const options = [
    new Option("-f, --format <format>", `what stdout gets: ${SWEEP_FORMATS.join(", ")}`)
      .argParser(parseSweepFormat)
      .default("table"),
    new Option("-o, --output <file>", "rows to a file: .ndjson or .csv"),
    new Option("--force", "overwrite the file"),
    ...styleOptions(),
  ];
  for (const option of options) command.addOption(option.helpGroup("Output:"));
  command.action(async (names: string[], flags: MergeFlags) => {
    const { mergeSweeps } = await import("../sweep/merge.ts");
    finish(await mergeSweeps(names, flags, io));
  });
}
