import { InvalidArgumentError, Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-code.ts";
import { described } from "../help-text.ts";
import { positiveInteger, seedNumber } from "../numbers.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { warn } from "../warn.ts";

interface RankFlags extends OutputFlags {
  all?: boolean;
  seed?: number;
  draws?: number;
}

const FEWEST_DRAWS = 100;
const MOST_DRAWS = 1_000_000;

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Rank the alternatives of a matrix of any domain: additive value on fixed ranges, other methods beside it, and how firm the ranking is. Exit code 1 means that no alternative meets every limit.",
        [
          { command: "chipselect rank matrix.yaml" },
          { command: "chipselect rank matrix.yaml --draws 100000 --seed 7 --all" },
          { command: "chipselect schema matrix", purpose: "what a matrix file may say" },
        ],
      ),
    )
    .argument("<matrix>", "matrix file, or - for stdin")
    .addOption(new Option("--all", "list every alternative, rank and pair"))
    .addOption(
      new Option("--draws <n>", "draws of weights and figures; the file or 10000").argParser(
        drawsNumber,
      ),
    )
    .addOption(new Option("--seed <n>", "seed of the draws; the file or 1").argParser(seedNumber))
    .action(async (name: string, flags: RankFlags) => {
      const [{ loadMatrix }, { rankMatrix }, { packageVersion }, document, table] =
        await Promise.all([
          import("../load-matrix.ts"),
          import("../../app/rank.ts"),
          import("../../app/package-root.ts"),
          import("../../report/rank/document.ts"),
          import("../../report/rank/alternatives-table.ts"),
        ]);
      const matrix = await loadMatrix(name, flags, io);
      const { draws, seed } = flags;
      const result = rankMatrix(matrix, { version: packageVersion(), draws, seed });
      await warn(result.warnings, flags, io);
      const view = { source: name, all: flags.all === true };
      await deliver(
        {
          result,
          document: () => document.rankDocument(result, view),
          table: () => table.alternativesTable(result),
        },
        flags,
        io,
      );
      finish(result.recommendation === null ? EXIT.gateFails : EXIT.ok);
    });
  addOutputOptions(command);
}

function drawsNumber(text: string): number {
  const draws = positiveInteger(text);
  if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
    throw new InvalidArgumentError(`It must be from ${FEWEST_DRAWS} to ${MOST_DRAWS}.`);
  }
  return draws;
}
