import { InvalidArgumentError, Option, type Command } from "commander";
import { didYouMean } from "../../input/suggest.ts";
import type { CommandContext } from "../command.ts";
import { ID_LISTS, type CompletedCommand, type IdList } from "../completion/command-tree.ts";
import { Failure } from "../failure.ts";
import { described } from "../help-text.ts";
import { debugOption } from "../output-options.ts";

type Script = (commands: readonly CompletedCommand[]) => string;

const SHELLS: Readonly<Record<string, () => Promise<Script>>> = {
  bash: async () => (await import("../completion/bash.ts")).bashCompletion,
  zsh: async () => (await import("../completion/zsh.ts")).zshCompletion,
  fish: async () => (await import("../completion/fish.ts")).fishCompletion,
};

export function define(command: Command, context: CommandContext): void {
  const { io } = context;
  const names = Object.keys(SHELLS);
  command
    .description(
      described("Prints a script that completes commands, options and ids of the catalogue.", [
        { command: 'eval "$(chipselect completion bash)"', purpose: "in ~/.bashrc" },
        { command: 'eval "$(chipselect completion zsh)"', purpose: "in ~/.zshrc, after compinit" },
        { command: "chipselect completion fish | source", purpose: "in config.fish" },
      ]),
    )
    .argument("[shell]", names.join(", "))
    .addOption(
      new Option("--list <what>", "names that a script asks for").argParser(parseList).hideHelp(),
    )
    .addOption(debugOption())
    .action(async (shell: string | undefined, { list }: { list?: IdList }) => {
      if (list !== undefined) {
        const { idsOf } = await import("../completion/id-lists.ts");
        await io.stdout.write((await idsOf(list)).map((id) => `${id}\n`).join(""));
        return;
      }
      const load = shell === undefined ? undefined : SHELLS[shell];
      if (load === undefined) {
        const message = shell === undefined ? "which shell?" : `unknown shell "${shell}"`;
        throw new Failure(message, didYouMean(shell ?? "", names));
      }
      const { commandTree } = await import("../completion/command-tree.ts");
      const script = await load();
      await io.stdout.write(script(await commandTree(context)));
    });
}

function parseList(text: string): IdList {
  const list = ID_LISTS.find((known) => known === text);
  if (list === undefined) throw new InvalidArgumentError(didYouMean(text, ID_LISTS) ?? "");
  return list;
}
