import { Option, type Command } from "commander";
import { languageOf, type Language } from "../../texts/language.ts";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-code.ts";
import { described } from "../help-text.ts";
import { languageOption } from "../language-option.ts";
import { positiveInteger, seedNumber } from "../numbers.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { translated } from "../translated.ts";
import { warn } from "../warn.ts";

interface EvaluateFlags extends OutputFlags {
  all?: boolean;
  flips?: boolean;
  seed: number;
  draws?: number;
  lang?: Language;
}

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Simulate a workload on every chip, plan the cheapest deployment on each that meets its limits, and rank them. Exit code 1 means that no chip meets every limit.",
        [
          { command: "chipselect evaluate workload.yaml" },
          { command: "chipselect evaluate workload.yaml --flips" },
          {
            command: "chipselect evaluate workload.yaml --format json --report markdown=ranking.md",
          },
        ],
      ),
    )
    .argument("<workload>", "workload file, or - for stdin")
    .addOption(new Option("--all", "list every chip, also each excluded one"))
    .addOption(
      new Option("--flips", "plan anew to find what would change the winner (takes seconds)"),
    )
    .addOption(new Option("--seed <n>", "seed of random draws").default(1).argParser(seedNumber))
    .addOption(
      new Option(
        "--draws <n>",
        "draws of speeds, prices and weights that tell how firm the winner is; 300 if not given",
      ).argParser(positiveInteger),
    )
    .addOption(languageOption())
    .action(async (name: string, flags: EvaluateFlags) => {
      const [
        { loadWorkload },
        { evaluate, evaluateWithFlips },
        { packageVersion },
        document,
        table,
      ] = await Promise.all([
        import("../load-workload.ts"),
        import("../../app/evaluate-with-flips.ts"),
        import("../../app/package-root.ts"),
        import("../../report/evaluation/document.ts"),
        import("../../report/evaluation/candidates-table.ts"),
      ]);
      const { workload, catalog, lineOf } = await loadWorkload(name, flags, io);
      const run = flags.flips === true ? evaluateWithFlips : evaluate;
      const result = run(workload, catalog, {
        version: packageVersion(),
        seed: flags.seed,
        ...(flags.draws === undefined ? {} : { draws: flags.draws }),
        lineOf,
      });
      await warn(result.warnings, flags, io);
      const view = { source: name, all: flags.all === true };
      const inLanguage = await translated(languageOf(flags.lang, io.env));
      await deliver(
        {
          result,
          document: () => document.evaluationDocument(result, view),
          inLanguage,
          table: () => table.candidatesTable(result),
        },
        flags,
        io,
      );
      finish(result.candidates.some(({ feasible }) => feasible) ? EXIT.ok : EXIT.gateFails);
    });
  addOutputOptions(command);
}
