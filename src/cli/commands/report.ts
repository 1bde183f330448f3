import { Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { described } from "../help-text.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { warn } from "../warn.ts";

interface ReportFlags extends OutputFlags {
  all?: boolean;
}

export function define(command: Command, { io }: CommandContext): void {
  command
    .description(
      described(
        "Renders a result that evaluate saved, without simulating anything again: the same reports, byte for byte.",
        [
          { command: "chipselect report result.json" },
          { command: "chipselect report result.json --report markdown=r.md --report csv=r.csv" },
        ],
      ),
    )
    .argument("<result>", "JSON that evaluate wrote, or - for stdin")
    .addOption(new Option("--all", "list every chip, also each excluded one"))
    .action(async (name: string, flags: ReportFlags) => {
      const [{ loadResult }, document, table] = await Promise.all([
        import("../load-result.ts"),
        import("../../report/evaluation/document.ts"),
        import("../../report/evaluation/candidates-table.ts"),
      ]);
      const result = await loadResult(name, io);
      await warn(result.warnings, flags, io);
      // A result does not say which file it came from.
      const view = { source: "workload.yaml", all: flags.all === true };
      await deliver(
        {
          result,
          document: () => document.evaluationDocument(result, view),
          table: () => table.candidatesTable(result),
        },
        flags,
        io,
      );
    });
  addOutputOptions(command);
}
