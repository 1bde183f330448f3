import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-code.ts";
import { described } from "../help-text.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Shows what chipselect runs on, how it draws, and whether its parts are there: for bug reports and new machines. Exit code 1 means that a check fails.",
        [{ command: "chipselect doctor" }, { command: "chipselect doctor --format json" }],
      ),
    )
    .action(async (flags: OutputFlags) => {
      const [{ examineEnvironment }, { doctorReport }, { packageVersion }] = await Promise.all([
        import("../examine-environment.ts"),
        import("../../report/doctor/document.ts"),
        import("../../app/package-root.ts"),
      ]);
      const findings = examineEnvironment(io);
      await deliver(doctorReport(findings, packageVersion()), flags, io);
      finish(findings.some(({ ok }) => ok === false) ? EXIT.gateFails : EXIT.ok);
    });
  addOutputOptions(command);
}
