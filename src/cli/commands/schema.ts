import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { packageRoot } from "../../app/package-root.ts";
import { didYouMean } from "../../input/suggest.ts";
import type { CommandContext } from "../command.ts";
import { Failure } from "../failure.ts";
import { described } from "../help-text.ts";
import { debugOption } from "../output-options.ts";

const SUFFIX = ".schema.json";

export function define(command: Command, { io }: CommandContext): void {
  command
    .description(
      described("Print the JSON Schema of a file format; without a name, list the names.", [
        { command: "chipselect schema workload > workload.schema.json" },
        { command: "chipselect schema" },
      ]),
    )
    .argument("[name]", "format, such as workload")
    .addOption(debugOption())
    .action(async (name: string | undefined) => {
      const folder = join(packageRoot(), "schemas");
      const names = (await readdir(folder))
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => file.slice(0, -SUFFIX.length))
        .sort();
      if (name === undefined) {
        await io.stdout.write(names.map((known) => `${known}\n`).join(""));
        return;
      }
      if (!names.includes(name)) {
        throw new Failure(`unknown schema "${name}"`, didYouMean(name, names));
      }
      await io.stdout.write(await readFile(join(folder, `${name}${SUFFIX}`), "utf8"));
    });
}
