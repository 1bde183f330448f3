import { InvalidArgumentError, Option, type Command } from "commander";
import { FORMATS, type Format } from "../report/formats.ts";
import { didYouMean } from "../input/suggest.ts";
import type { StyleFlags } from "./output-style.ts";

interface ReportFile {
  format: Format;
  file: string;
}

export interface OutputFlags extends StyleFlags {
  format: Format;
  report: readonly ReportFile[];
  quiet?: boolean;
  debug?: boolean;
}

/** Options that every command with a report has. */
export function addOutputOptions(command: Command): void {
  const group = "Output:";
  const options = [
    new Option("-f, --format <format>", `what stdout gets: ${FORMATS.join(", ")}`)
      .default("table")
      .argParser(parseFormat),
    new Option("--report <kind=file>", "write a report to a file as well; repeatable")
      .default([], "none")
      .argParser(parseReport),
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

function parseFormat(text: string): Format {
  const format = FORMATS.find((known) => known === text);
  if (format === undefined) throw new InvalidArgumentError(didYouMean(text, FORMATS) ?? "");
  return format;
}

function parseReport(text: string, previous: readonly ReportFile[]): readonly ReportFile[] {
  const [, kind = "", file = ""] = /^([^=]*)=(.+)$/u.exec(text) ?? [];
  if (file === "")
    throw new InvalidArgumentError("Write it as kind=file, such as json=result.json.");
  if (file === "-") throw new InvalidArgumentError("It names a file; --format is for stdout.");
  return [...previous, { format: parseFormat(kind), file }];
}
