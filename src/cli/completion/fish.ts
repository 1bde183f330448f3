import type { CompletedCommand, CompletedOption, Offer } from "./command-tree.ts";

/** A script for fish 3: `chipselect completion fish | source`, or a file in ~/.config/fish/completions. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = [
    "# fish completion of chipselect: chipselect completion fish | source",
    "complete -c chipselect -f",
    "complete -c chipselect -l help -s h -d 'show help'",
    `set -l commands ${names}`,
    ...commands.flatMap((command) => [
      complete(
        `"not __fish_seen_subcommand_from $commands"`,
        `-a ${command.name} -d '${quote(command.summary)}'`,
      ),
      ...linesOf(command, `__fish_seen_subcommand_from ${command.name}`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function linesOf(command: CompletedCommand, seen: string): string[] {
  const { options, argument, subcommands } = command;
  const names = subcommands.map(({ name }) => name).join(" ");
  return [
    ...options.map((option) => complete(`'${seen}'`, flagOf(option))),
    ...(argument.kind === "none" ? [] : [complete(`'${seen}'`, offer(argument))]),
    ...subcommands.flatMap((child) => [
      complete(
        `'${seen}; and not __fish_seen_subcommand_from ${names}'`,
        `-a ${child.name} -d '${quote(child.summary)}'`,
      ),
      ...linesOf(child, `${seen}; and __fish_seen_subcommand_from ${child.name}`),
    ]),
  ];
}

function complete(condition: string, rest: string): string {
  return `complete -c chipselect -n ${condition} ${rest}`;
}

function flagOf({ short, long, description, value }: CompletedOption): string {
  const names = `${short === null ? "" : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
  const taken = value === null ? "" : ` -r ${value.kind === "none" ? "" : offer(value)}`.trimEnd();
  return `${names}${taken} -d '${quote(description)}'`;
}

function offer(what: Offer): string {
  switch (what.kind) {
    case "file":
      return "-F";
    case "words":
      return `-a '${what.words.join(" ")}'`;
    case "ids":
      return `-a '(chipselect completion --list ${what.list})'`;
    default:
      return "";
  }
}

/** Inside single quotes of fish. */
function quote(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
