import { packageVersion } from "../app/package-root.ts";
import { renderDiagnostics, type DiagnosticRole } from "../input/render-diagnostics.ts";
import type { Tone } from "../report/document.ts";
import { singleLine } from "../report/table-text.ts";
import { createPalette, type Palette } from "../report/palette.ts";
import { BadInput } from "./bad-input.ts";
import { Failure } from "./failure.ts";
import type { Io } from "./io.ts";
import { outputStyle } from "./output-style.ts";
import type { Diagnostic } from "../input/diagnostic.ts";

const TONES: Readonly<Record<DiagnosticRole, Tone>> = {
  error: "bad",
  warning: "warn",
  help: "good",
  gutter: "muted",
  caret: "bad",
  message: "strong",
};

/** Tells on stderr why a command could not run. */
export async function showFailure(error: unknown, io: Io, flags: ShownFlags): Promise<void> {
  if (error instanceof BadInput) {
    await showDiagnostics(error.diagnostics, error.sources, io, flags);
    return;
  }
  const palette = stderrPalette(io, flags);
  if (error instanceof Failure || isModelError(error)) {
    const help =
      error.help === null ? "" : `${palette("good", "help:")} ${singleLine(error.help)}\n`;
    await io.stderr.write(`${palette("bad", "error:")} ${singleLine(error.message)}\n${help}`);
    return;
  }
  await io.stderr.write(unexpected(error, io, flags.debug === true));
}

/** A model that cannot be simulated is the user's to mend; the name spares loading the planner for `--help`. */
function isModelError(error: unknown): error is Error & { help: string | null } {
  return error instanceof Error && error.name === "ModelError" && "help" in error;
}

export interface ShownFlags {
  color?: boolean;
  debug?: boolean;
}

export async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  io: Io,
  flags: ShownFlags,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const palette = stderrPalette(io, flags);
  const paint = (role: DiagnosticRole, text: string): string => palette(TONES[role], text);
  await io.stderr.write(renderDiagnostics(diagnostics, { sources, paint }));
}

function stderrPalette(io: Io, flags: ShownFlags): Palette {
  const { color } = flags;
  return createPalette(outputStyle(color === undefined ? {} : { color }, io, io.stderr).colour);
}

function unexpected(error: unknown, io: Io, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [
    `chipselect failed unexpectedly, sorry: ${message}`,
    `chipselect ${packageVersion()}, ${io.platform}`,
  ];
  if (debug) lines.push(error instanceof Error ? (error.stack ?? "") : "");
  else lines.push("Run it again with --debug and send the output, so that it can be mended.");
  return `${lines.join("\n")}\n`;
}
