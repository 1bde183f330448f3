import { InvalidArgumentError, Option, type Command } from "commander";
import { FORMATS, type Format } from "../report/formats.ts";
import { didYouMean } from "../input/suggest.ts";
import type { StyleFlags } from "./output-style.ts";

interface ReportFile<F extends string> {
  format: F;
  file: string;
}

export interface OutputFlags<F extends string = Format> extends StyleFlags {
  format: F;
  report: readonly ReportFile<F>[];
  quiet?: boolean;
  debug?: boolean;
}

/** Options that every command with a report has; `formats` are those that it can write, the first on stdout. */
export function addOutputOptions(command: Command, formats: readonly string[] = FORMATS): void {
  const group = "Output:";
  const parseFormat = formatParser(formats);
  const options = [
    new Option("-f, --format <format>", `what stdout gets: ${formats.join(", ")}`)
      .default("table")
      .argParser(parseFormat),
    new Option(
      "--report <kind=file>",
      "write a report to a file as well; the kind may be left to its ending; repeatable",
    )
      .default([], "none")
      .argParser(reportParser(parseFormat)),
    ...styleOptions(),
  ];
  for (const option of options) command.addOption(option.helpGroup(group));
}

/** How a report is drawn, what is said beside it. */
export function styleOptions(): Option[] {
  return [
    new Option("--wide", "show every column, however wide"),
    new Option("--ascii", "draw with ASCII characters only"),
    ...colourOptions(),
    new Option("-q, --quiet", "no notes and warnings on stderr"),
    debugOption(),
  ];
}

function colourOptions(): Option[] {
  return [
    new Option("--color", "colour even when stdout is not a terminal"),
    new Option("--no-color", "no colour"),
  ];
}

export function debugOption(): Option {
  return new Option("--debug", "show the stack of an unexpected failure");
}

type ParseFormat = (text: string) => string;

function formatParser(formats: readonly string[]): ParseFormat {
  return (text) => {
    if (formats.includes(text)) return text;
    throw new InvalidArgumentError(didYouMean(text, formats) ?? "");
  };
}

function reportParser(parseFormat: ParseFormat) {
  return (text: string, previous: readonly ReportFile<string>[]): readonly ReportFile<string>[] => {
    const [, kind = kindOf(text), file = text] = /^([^=]*)=(.*)$/u.exec(text) ?? [];
    if (kind === "" || file === "")
      throw new InvalidArgumentError("Write it as kind=file, such as json=result.json.");
    if (file === "-") throw new InvalidArgumentError("It names a file; --format is for stdout.");
    return [...previous, { format: parseFormat(kind), file }];
  };
}

const KIND_OF_EXTENSION: Readonly<Record<string, string>> = {
  md: "markdown",
  htm: "html",
  xml: "junit",
  txt: "table",
};

/** The kind that the ending of a file name tells; empty without an ending. */
function kindOf(file: string): string {
  const extension = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase() ?? "";
  return KIND_OF_EXTENSION[extension] ?? extension;
}
