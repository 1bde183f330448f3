import { InvalidArgumentError, Option, type Command } from "commander";
import { didYouMean } from "../../input/suggest.ts";
import type { RequestedConfiguration } from "../../report/explain-types.ts";
import { PRECISIONS, type Precision } from "../../units/precision.ts";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { described } from "../help-text.ts";
import { positiveInteger, shareOfOne, wholeRange, type WholeRange } from "../numbers.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { warn } from "../warn.ts";

interface SimulateFlags extends OutputFlags {
  chip: string;
  stack?: string;
  chips?: WholeRange;
  tp?: number;
  pp?: number;
  dp?: number;
  ep?: number;
  cp?: number;
  batch?: number;
  precision?: RequestedConfiguration["precision"];
  clock?: number;
  all?: boolean;
  search?: boolean;
  top: number;
  workers?: number;
}

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Time, memory and power of one configuration on one chip. What is not given is planned. Exit code 1 means that the configuration does not fit or misses a limit.",
        [
          {
            command:
              "chipselect simulate workload.yaml --chip h100-sxm --chips 8 --tp 8 --batch 64",
          },
          { command: "chipselect simulate workload.yaml --chip mi300x --precision fp8/bf16/fp8" },
          {
            command:
              "chipselect simulate training.yaml --chip h100-sxm --search --chips 4096-16384",
          },
        ],
      ),
    )
    .argument("<workload>", "workload file, or - for stdin")
    .requiredOption("--chip <id>", "chip of the catalogue")
    .option("--stack <id>", "software stack of the catalogue");
  const chips = new Option("--chips <n>", "chips in all; from-to with --search");
  command.addOption(chips.argParser(wholeRange).helpGroup("Configuration:"));
  const whole = [
    ["--tp <n>", "tensor parallel ways"],
    ["--pp <n>", "pipeline parallel stages"],
    ["--dp <n>", "data parallel replicas"],
    ["--ep <n>", "expert parallel ways"],
    ["--cp <n>", "context parallel ways"],
    ["--batch <n>", "requests in flight per replica, or micro-batch of training"],
  ] as const;
  for (const [flag, text] of whole) {
    const option = new Option(flag, text).argParser(positiveInteger);
    command.addOption(option.helpGroup("Configuration:"));
  }
  const clock = new Option("--clock <share>", "clock over the nominal one, such as 0.7");
  const precision = new Option(
    "--precision <format>",
    "fp8, or weights/activations/cache[/optimizer]",
  );
  command
    .addOption(precision.argParser(parsePrecision).helpGroup("Configuration:"))
    .addOption(clock.argParser(shareOfOne).helpGroup("Configuration:"))
    .addOption(new Option("--all", "show every operator, however small"))
    .addOption(
      new Option(
        "--search",
        "cost every legal layout of a training task; what is given is fixed",
      ).helpGroup("Search:"),
    )
    .addOption(
      new Option("--top <k>", "how many of the quickest layouts to show")
        .default(10)
        .argParser(positiveInteger)
        .helpGroup("Search:"),
    )
    .addOption(
      new Option("--workers <n>", "threads of a search that is not small; all cores if not given")
        .argParser(positiveInteger)
        .helpGroup("Search:"),
    )
    .action(async (name: string, flags: SimulateFlags) => {
      if (flags.search === true) {
        const { searchLayouts } = await import("../search-layouts.ts");
        const found = await searchLayouts(
          name,
          flags,
          { ...requested(flags), chips: flags.chips ?? null },
          io,
        );
        finish(found ? EXIT.ok : EXIT.gateFails);
        return;
      }
      const { chips } = flags;
      if (chips && chips.from !== chips.to) {
        throw new Failure("--chips takes a range only with --search", "give one number of chips");
      }
      const [
        { loadWorkload },
        { findChip, findStack },
        { simulateConfiguration },
        root,
        document,
        table,
      ] = await Promise.all([
        import("../load-workload.ts"),
        import("../find.ts"),
        import("../../app/simulate.ts"),
        import("../../app/package-root.ts"),
        import("../../report/simulate/document.ts"),
        import("../../report/explain/operators-table.ts"),
      ]);
      const { workload, catalog } = await loadWorkload(name, flags, io);
      const chip = findChip(catalog, flags.chip);
      if (flags.stack !== undefined) findStack(catalog, flags.stack);
      const result = simulateConfiguration(workload, catalog, chip.id, requested(flags), {
        version: root.packageVersion(),
      });
      await warn(result.warnings, flags, io);
      const view = { source: name, all: flags.all === true };
      await deliver(
        {
          result,
          document: () => document.simulateDocument(result, view),
          table: () => table.operatorsTable(result.tasks),
        },
        flags,
        io,
      );
      finish(result.feasible ? EXIT.ok : EXIT.gateFails);
    });
  addOutputOptions(command);
}

function requested(flags: SimulateFlags): RequestedConfiguration {
  return {
    stackId: flags.stack ?? null,
    chips: flags.chips?.to ?? null,
    tensorParallel: flags.tp ?? null,
    pipelineParallel: flags.pp ?? null,
    dataParallel: flags.dp ?? null,
    expertParallel: flags.ep ?? null,
    contextParallel: flags.cp ?? null,
    batch: flags.batch ?? null,
    precision: flags.precision ?? null,
    clockFraction: flags.clock ?? null,
  };
}

function parsePrecision(text: string): NonNullable<RequestedConfiguration["precision"]> {
  const [weights, activations, cache, optimizer, ...rest] = text.split("/").map(parseFormat);
  if (
    weights === undefined ||
    rest.length > 0 ||
    (activations !== undefined && cache === undefined)
  ) {
    throw new InvalidArgumentError(
      "Give one format, or three as weights/activations/cache, or four with the optimizer's moments.",
    );
  }
  const roles = { weights, activations: activations ?? weights, cache: cache ?? weights };
  return optimizer === undefined ? roles : { ...roles, optimizer };
}

function parseFormat(text: string): Precision {
  const format = PRECISIONS.find((known) => known === text);
  if (format === undefined) throw new InvalidArgumentError(didYouMean(text, PRECISIONS) ?? "");
  return format;
}
