import { Command, type Option } from "commander";
import { FORMATS } from "../../report/formats.ts";
import { COMMANDS } from "../commands/registry.ts";
import type { CommandContext } from "../command.ts";
import { SWEEP_FORMATS } from "../sweep/options.ts";

/** What a shell offers after an option or as an argument. */
export type Offer =
  | { kind: "none" }
  | { kind: "file" }
  | { kind: "words"; words: readonly string[] }
  /** Ids of the catalogue, asked of the program when they are wanted, so that a script never grows stale. */
  | { kind: "ids"; list: IdList };

export const ID_LISTS = ["chips", "stacks", "ids", "kinds", "schemas"] as const;

export type IdList = (typeof ID_LISTS)[number];

export interface CompletedOption {
  short: string | null;
  long: string;
  description: string;
  /** null for a switch. */
  value: Offer | null;
}

export interface CompletedCommand {
  name: string;
  summary: string;
  options: readonly CompletedOption[];
  argument: Offer;
  subcommands: readonly CompletedCommand[];
}

/** Every command with its options, as the commands themselves define them. */
export async function commandTree(context: CommandContext): Promise<CompletedCommand[]> {
  return Promise.all(
    COMMANDS.map(async ({ name, summary, load }) => {
      const command = new Command(name).summary(summary);
      (await load()).define(command, context);
      return described(command, name);
    }),
  );
}

function described(command: Command, path: string): CompletedCommand {
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.options.filter(({ hidden }) => !hidden).map((option) => offered(option, path)),
    argument: ARGUMENTS[path] ?? { kind: "none" },
    subcommands: command.commands.map((child) => described(child, `${path} ${child.name()}`)),
  };
}

function offered(option: Option, path: string): CompletedOption {
  const { short, long, description, required, optional } = option;
  return {
    short: short ?? null,
    long: long ?? "",
    description,
    value: required || optional ? offerOf(option, path) : null,
  };
}

function offerOf({ long, flags }: Option, path: string): Offer {
  if (long === "--format") return { kind: "words", words: formatsOf(path) };
  if (long === "--chip" || long === "--chips") {
    return flags.includes("<n>") ? { kind: "none" } : { kind: "ids", list: "chips" };
  }
  if (long === "--stack") return { kind: "ids", list: "stacks" };
  return /<(?:file|kind=file)(?:\.\.\.)?>/u.test(flags) ? { kind: "file" } : { kind: "none" };
}

function formatsOf(path: string): readonly string[] {
  return path === "sweep" || path === "merge" ? SWEEP_FORMATS : FORMATS;
}

/** What stands where no option does; a command that is not here takes nothing that a shell could know. */
const ARGUMENTS: Readonly<Record<string, Offer>> = {
  evaluate: { kind: "file" },
  explain: { kind: "file" },
  simulate: { kind: "file" },
  sweep: { kind: "file" },
  merge: { kind: "file" },
  compare: { kind: "file" },
  report: { kind: "file" },
  init: { kind: "file" },
  ask: { kind: "file" },
  check: { kind: "file" },
  rank: { kind: "file" },
  schema: { kind: "ids", list: "schemas" },
  completion: { kind: "words", words: ["bash", "zsh", "fish"] },
  "catalog list": { kind: "ids", list: "kinds" },
  "catalog show": { kind: "ids", list: "ids" },
};
