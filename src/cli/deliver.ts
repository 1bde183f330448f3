import { render, type Report, type Style } from "../report/formats.ts";
import type { Io } from "./io.ts";
import type { OutputFlags } from "./output-options.ts";
import { fileStyle, outputStyle } from "./output-style.ts";

/** Writes the report files first, so that a full pipe or a failing disk never leaves a run half reported, then stdout. */
export async function deliver(report: Report, flags: OutputFlags, io: Io): Promise<void> {
  await deliverAs((format, style) => render(report, format, style), flags, io);
}

/** The same for a command with formats of its own. */
export async function deliverAs<F extends string>(
  rendered: (format: F, style: Style) => Promise<string>,
  flags: OutputFlags<F>,
  io: Io,
): Promise<void> {
  await deliverFiles(rendered, flags, io);
  await io.stdout.write(await rendered(flags.format, outputStyle(flags, io, io.stdout)));
}

/** The report files alone, for a command whose stdout is something else. */
export async function deliverFiles<F extends string>(
  rendered: (format: F, style: Style) => Promise<string>,
  flags: OutputFlags<F>,
  io: Io,
): Promise<void> {
  for (const { format, file } of flags.report) {
    // Most runs write no file and need not load what it takes (temporary names come from node:crypto).
    const { writeFileAtomically } = await import("./write-file.ts");
    const text = await rendered(format, fileStyle(flags, io));
    await writeFileAtomically(io.cwd, file, text, { overwrite: true });
    if (!flags.quiet) await io.stderr.write(`wrote ${file}\n`);
  }
}
