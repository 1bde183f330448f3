import { Option, type Command } from "commander";
import { CHECK_FORMATS, type CheckFormat } from "../../report/check/formats.ts";
import type { CommandContext } from "../command.ts";
import { described } from "../help-text.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { wholeNumber } from "../numbers.ts";

export interface CheckFlags extends OutputFlags<CheckFormat> {
  workload?: readonly string[];
  policy: string;
  baseline?: string;
  saveBaseline?: string;
  measured?: readonly string[];
  test?: readonly string[];
  failOn: "error" | "warn" | "never";
  maxWarnings?: number;
  ci: boolean;
}

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Judge proposed chip specs: what they promise for your workloads (a policy), whether their figures can be true (rules), what changed (a baseline), what silicon did (measurements). Exit code 1 means that a promise does not hold, 2 that it could not be judged.",
        [
          { command: "chipselect check chip.yaml --workload chat.yaml --policy policy.yaml" },
          {
            command:
              "chipselect check chip.yaml -w chat.yaml --baseline base.json --report markdown=comment.md",
          },
          {
            command: "chipselect check --test policy.test.yaml",
            purpose: "unit tests of a policy",
          },
        ],
      ),
    )
    .argument("[specs...]", "chip specs, in the format of profiles/chips/, or with extends: CHIP");
  const options = [
    new Option("-w, --workload <files...>", "workload files"),
    new Option("-p, --policy <file>", "policy file, or recommended or strict").default(
      "recommended",
    ),
    new Option("--baseline <file>", "results of the base branch, to compare with"),
    new Option("--save-baseline <file>", "write the results for later comparisons"),
    new Option(
      "--measured <files...>",
      "CSV files of bring-up or emulator results, in the columns of profiles/measurements/",
    ),
    new Option("--test <files...>", "run tests of policies instead"),
    new Option("--fail-on <level>", "what ends with exit code 1")
      .choices(["error", "warn", "never"])
      .default("error"),
    new Option("--max-warnings <n>", "more warnings than this fail as well").argParser(wholeNumber),
    new Option("--no-ci", "no annotations and step summary of one's own accord in GitHub Actions"),
  ];
  for (const option of options) command.addOption(option);
  command.action(async (specs: readonly string[], flags: CheckFlags) => {
    const explicit = command.getOptionValueSource("format") !== "default";
    const { runCheck } = await import("../run-check.ts");
    finish(await runCheck(specs, flags, explicit, io));
  });
  addOutputOptions(command, CHECK_FORMATS);
}
