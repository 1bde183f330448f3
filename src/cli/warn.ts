import { singleLine } from "../report/table-text.ts";
import type { Io } from "./io.ts";

/** Warnings go to stderr, one a line, so that stdout stays the answer alone. */
export async function warn(
  warnings: readonly string[],
  flags: { quiet?: boolean },
  io: Io,
): Promise<void> {
  if (flags.quiet) return;
  const text = warnings.map((warning) => `warning: ${singleLine(warning)}\n`).join("");
  if (text !== "") await io.stderr.write(text);
}
