import type { CompletedCommand, Offer } from "./command-tree.ts";

/** A script for bash 3.2 and newer, without the bash-completion package. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const cases = commands.flatMap((command) => branches(command, command.name));
  return `# bash completion of chipselect: eval "$(chipselect completion bash)"
_chipselect() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" word index options="" words="" files=""
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$command $word" in
${commands.map((command) => steps(command)).join("\n")}
    esac
  done
  case "$command" in
    "") words="${names} help" options="--help --version" ;;
${cases.join("\n")}
  esac
  if [[ $current == -* && -n $options ]]; then words="$options" files=""; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $files ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _chipselect chipselect
`;
}

/** Steps into a command or subcommand while the words before the cursor are read. */
function steps({ name, subcommands }: CompletedCommand): string {
  const lines = [`      " ${name}") command="${name}" ;;`];
  for (const child of subcommands) {
    lines.push(`      "${name} ${child.name}") command="${name} ${child.name}" ;;`);
  }
  return lines.join("\n");
}

function branches(command: CompletedCommand, path: string): string[] {
  const { options, argument, subcommands } = command;
  const flags = options.flatMap(({ short, long }) => (short === null ? [long] : [short, long]));
  const words = subcommands.map(({ name }) => name).join(" ");
  const lines = [`    "${path}")`, `      options="${[...flags, "--help"].join(" ")}"`];
  lines.push(subcommands.length > 0 ? `      words="${words}"` : `      ${offer(argument)}`);
  const valued = options.filter(({ value }) => value !== null);
  if (valued.length > 0) {
    lines.push(`      case "$previous" in`);
    for (const { short, long, value } of valued) {
      const names = short === null ? long : `${short}|${long}`;
      lines.push(`        ${names}) options="" words="" files="" ; ${offer(value ?? NONE)} ;;`);
    }
    lines.push(`      esac`);
  }
  lines.push(`      ;;`);
  return [
    lines.join("\n"),
    ...subcommands.flatMap((child) => branches(child, `${path} ${child.name}`)),
  ];
}

const NONE: Offer = { kind: "none" };

function offer(what: Offer): string {
  switch (what.kind) {
    case "file":
      return "files=1";
    case "words":
      return `words="${what.words.join(" ")}"`;
    case "ids":
      return `words="$(chipselect completion --list ${what.list} 2>/dev/null)"`;
    default:
      return ":";
  }
}
