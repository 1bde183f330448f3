import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { described } from "../help-text.ts";
import { WORKLOAD_TEMPLATE } from "../workload-template.ts";
import { debugOption } from "../output-options.ts";
import { writeFileAtomically } from "../write-file.ts";

export function define(command: Command, { io }: CommandContext): void {
  command
    .description(
      described(
        "Write a commented workload file to start from. Never overwrites without --force.",
        [
          { command: "chipselect init" },
          { command: "chipselect init - > my-workload.yaml", purpose: "to stdout" },
        ],
      ),
    )
    .argument("[file]", "file to write, or - for stdout", "workload.yaml")
    .option("--force", "overwrite an existing file")
    .option("-q, --quiet", "no notes on stderr")
    .addOption(debugOption())
    .action(async (file: string, flags: { force?: boolean; quiet?: boolean }) => {
      if (file === "-") {
        await io.stdout.write(WORKLOAD_TEMPLATE);
        return;
      }
      await writeFileAtomically(io.cwd, file, WORKLOAD_TEMPLATE, {
        overwrite: flags.force === true,
      });
      if (!flags.quiet) {
        await io.stderr.write(`wrote ${file}; next: chipselect evaluate ${file}\n`);
      }
    });
}
