import { Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { described } from "../help-text.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";

interface CompareFlags extends OutputFlags {
  all?: boolean;
}

export function define(command: Command, { io }: CommandContext): void {
  command
    .description(
      described(
        "Tells what changed between two results that evaluate saved: winner, inputs, ranks, scores, plans, figures and limits, absolute and relative. B is held against A.",
        [
          {
            command: "chipselect evaluate workload.yaml --format json > before.json",
            purpose: "and again after a change",
          },
          { command: "chipselect compare before.json after.json" },
        ],
      ),
    )
    .argument("<a>", "JSON that evaluate wrote")
    .argument("<b>", "the other one; - reads one of both from stdin")
    .addOption(new Option("--all", "list every candidate that changed, also unranked ones"))
    .action(async (a: string, b: string, flags: CompareFlags) => {
      const [{ loadResult }, { compareResults }, root, document, table] = await Promise.all([
        import("../load-result.ts"),
        import("../../app/compare/compare-results.ts"),
        import("../../app/package-root.ts"),
        import("../../report/compare/document.ts"),
        import("../../report/compare/changes-table.ts"),
      ]);
      const before = { file: a, result: await loadResult(a, io) };
      const after = { file: b, result: await loadResult(b, io) };
      const result = compareResults(before, after, root.packageVersion());
      const view = { all: flags.all === true };
      await deliver(
        {
          result,
          document: () => document.comparisonDocument(result, view),
          table: () => table.changesTable(result),
        },
        flags,
        io,
      );
    });
  addOutputOptions(command);
}
