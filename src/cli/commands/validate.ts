import { InvalidArgumentError, Option, type Command } from "commander";
import { didYouMean } from "../../input/suggest.ts";
import { MEASUREMENT_SETS } from "../../report/validation/sets.ts";
import { GROUPINGS, type Grouping } from "../../report/validation/view.ts";
import type { Grade, MeasurementSet } from "../../validation/types.ts";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { described } from "../help-text.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { warn } from "../warn.ts";

interface ValidateFlags extends OutputFlags {
  measurements?: readonly string[];
  by?: readonly Grouping[];
  set?: MeasurementSet;
  grade?: readonly Grade[];
  rows?: boolean;
  scatter?: boolean;
}

const GRADES = ["A", "B", "C", "X"] as const satisfies readonly Grade[];

export function define(command: Command, { io }: CommandContext): void {
  command.description(
    described(
      "Predicts published measurements and tells how far off it is, beside a crude roofline. Rows of chips or models that are not known are skipped, with the reason.",
      [
        { command: "chipselect validate", purpose: "the measurements that ship with it" },
        { command: "chipselect validate --set training --by chip --scatter" },
        { command: "chipselect validate --measurements mine.csv --rows", purpose: "your own" },
      ],
    ),
  );
  const options = [
    new Option("--measurements <file...>", "CSV files in the columns of profiles/measurements/"),
    new Option(
      "--by <group>",
      `tables by ${GROUPINGS.join(", ")}; repeatable; set and class when left out`,
    ).argParser(parseGroupings),
    new Option("--set <name>", `one set: ${MEASUREMENT_SETS.join(", ")}`).argParser(parseSet),
    new Option("--grade <letters>", "rows of these grades only, such as A,B").argParser(
      parseGrades,
    ),
    new Option("--rows", "list every row, the worst first"),
    new Option("--scatter", "plot predicted against measured"),
  ];
  for (const option of options) command.addOption(option);
  command.action(async (flags: ValidateFlags) => {
    const [
      { loadMeasurements },
      { loadMeasurementNotes },
      { loadBuiltinCatalog },
      { validateMeasurements },
      root,
      { showProgress },
      document,
      table,
    ] = await Promise.all([
      import("../load-measurements.ts"),
      import("../../app/builtin-measurements.ts"),
      import("../../app/builtin-catalog.ts"),
      import("../../app/validate.ts"),
      import("../../app/package-root.ts"),
      import("../progress.ts"),
      import("../../report/validation/document.ts"),
      import("../../report/validation/rows-table.ts"),
    ]);
    const rows = await loadMeasurements(flags.measurements, io);
    const progress = showProgress(io, "predicting", {
      quiet: flags.quiet === true,
      milliseconds: () => performance.now(),
    });
    const result = validateMeasurements(
      { rows, ...loadMeasurementNotes(), set: flags.set, grades: flags.grade },
      loadBuiltinCatalog(),
      { version: root.packageVersion(), onProgress: progress.report },
    );
    await progress.end();
    await warn(result.warnings, flags, io);
    const view = {
      by: flags.by ?? ["set", "class"],
      rows: flags.rows === true,
      scatter: flags.scatter === true,
    } as const;
    await deliver(
      {
        result,
        document: () => document.validationDocument(result, view),
        table: () => table.rowsTable(result),
      },
      flags,
      io,
    );
  });
  addOutputOptions(command);
}

function parseGroupings(text: string, previous: readonly Grouping[] | undefined): Grouping[] {
  const chosen = text.split(",").map((word) => oneOf(word, GROUPINGS));
  return [...new Set([...(previous ?? []), ...chosen])];
}

function parseSet(text: string): MeasurementSet {
  return oneOf(text, MEASUREMENT_SETS);
}

function parseGrades(text: string): Grade[] {
  return text.split(",").map((letter) => oneOf(letter.toUpperCase(), GRADES));
}

function oneOf<T extends string>(text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text.trim());
  if (found === undefined) throw new InvalidArgumentError(didYouMean(text, known) ?? "");
  return found;
}
