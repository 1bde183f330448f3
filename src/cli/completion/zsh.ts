import type { CompletedCommand, CompletedOption, Offer } from "./command-tree.ts";

/** A script for zsh: as a file `_chipselect` in $fpath, or evaluated after compinit. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef chipselect
# zsh completion of chipselect: eval "$(chipselect completion zsh)"
_chipselect_ids() { compadd -- \${(f)"$(chipselect completion --list $1 2>/dev/null)"} }
${functionOf("_chipselect", { commands, options: [], argument: { kind: "none" } })}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _chipselect "$@"
else
  compdef _chipselect chipselect
fi
`;
}

interface Level {
  commands: readonly CompletedCommand[];
  options: readonly CompletedOption[];
  argument: Offer;
}

function functionOf(name: string, { commands, options, argument }: Level): string {
  const specs = options.flatMap(specsOf);
  specs.push(`'(- *)--help[show help]'`);
  if (commands.length === 0) {
    specs.push(`'*:argument:${action(argument)}'`);
    return `${name}() {\n  _arguments -s ${specs.join(" \\\n    ")}\n}`;
  }
  const described = commands.map(
    (command) => `    '${quote(`${command.name}:${command.summary.replaceAll(":", " ")}`)}'`,
  );
  const cases = commands.map((command) => `    ${command.name}) ${name}_${word(command)} ;;`);
  const inner = commands.map((command) =>
    functionOf(`${name}_${word(command)}`, { ...command, commands: command.subcommands }),
  );
  return `${name}() {
  local -a commands
  local state line
  commands=(
${described.join("\n")}
  )
  _arguments -C ${specs.join(" \\\n    ")} '1:command:->command' '*::argument:->rest'
  case $state in
  command) _describe command commands ;;
  rest)
    case $words[1] in
${cases.join("\n")}
    esac ;;
  esac
}
${inner.join("\n")}`;
}

const word = ({ name }: CompletedCommand): string => name.replaceAll("-", "_");

function specsOf({ short, long, description, value }: CompletedOption): string[] {
  const text = description.replaceAll(/[[\]:]/gu, " ");
  const rest = `[${text}]${value === null ? "" : `:value:${action(value)}`}`;
  const names = short === null ? [long] : [short, long];
  return names.map((name) => `'*${quote(`${name}${rest}`)}'`);
}

function action(what: Offer): string {
  switch (what.kind) {
    case "file":
      return "_files";
    case "words":
      return `(${what.words.join(" ")})`;
    case "ids":
      return `{_chipselect_ids ${what.list}}`;
    default:
      return " ";
  }
}

/** Inside single quotes of a shell. */
function quote(text: string): string {
  return text.replaceAll("'", `'\\''`);
}
