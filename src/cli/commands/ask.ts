import { InvalidArgumentError, Option, type Command } from "commander";
import type { Language } from "../../texts/language.ts";
import type { Setting } from "../ask/command-line-answers.ts";
import type { CommandContext } from "../command.ts";
import { described } from "../help-text.ts";
import { languageOption } from "../language-option.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";

export interface AskFlags extends OutputFlags {
  output?: string;
  force?: boolean;
  answers?: string;
  /** True without a file name. */
  resume?: string | true;
  set: readonly Setting[];
  yes?: boolean;
  input: boolean;
  lang?: Language;
}

export function define(command: Command, { io, finish }: CommandContext): void {
  command
    .description(
      described(
        "Ask what matters, show the ranking after each answer, and write a workload file. Questions go to stderr; the workload goes to the file, or to stdout when that is a pipe.",
        [
          { command: "chipselect ask" },
          { command: "chipselect ask > workload.yaml" },
          {
            command: "chipselect ask --yes --set scenario=edge-image-recognition -o camera.yaml",
            purpose: "no questions",
          },
        ],
      ),
    )
    .option("-o, --output <file>", "workload file to write, or - for stdout")
    .option("--force", "overwrite an existing file");
  const options = [
    new Option("--answers <file>", "answers by question id, in YAML; these are not asked"),
    new Option("--resume [file]", "go on with the answers of an interrupted run"),
    new Option("--set <id=answer>", "answer a question, or set a path of the workload; repeatable")
      .default([], "none")
      .argParser(parseSetting),
    new Option("-y, --yes", "take the default of every other question"),
    new Option("--no-input", "never ask; what must be answered and is not ends with exit code 2"),
    languageOption(),
  ];
  for (const option of options) command.addOption(option.helpGroup("Questions:"));
  command.action(async (flags: AskFlags) => {
    const { runAsk } = await import("../ask/run.ts");
    finish(await runAsk(flags, io));
  });
  addOutputOptions(command);
}

function parseSetting(text: string, previous: readonly Setting[]): readonly Setting[] {
  const [, key, value] = /^([^=]+)=(.*)$/su.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw new InvalidArgumentError("Write it as id=answer, such as place=edge.");
  }
  return [...previous, { key: key.trim(), text: value }];
}
