import { createReadStream, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../input/diagnostic.ts";
import { fileError, fileTooLarge, MAXIMUM_FILE_BYTES, notAFile } from "../input/file-errors.ts";
import { BadInput } from "./bad-input.ts";
import { errorCode } from "./error-code.ts";
import type { Io } from "./io.ts";

export interface Source {
  /** Name for diagnostics and suggested commands: as the user typed it, `<stdin>` for `-`. */
  file: string;
  text: string;
}

/**
 * Text of a file that the user named; `-` reads standard input.
 *
 * @throws BadInput when there is no such file, it is a directory, cannot be read or is too large
 */
export async function readInput(io: Io, name: string): Promise<Source> {
  if (name === "-") {
    const text = await io.readStdin(MAXIMUM_FILE_BYTES);
    const bytes = Buffer.byteLength(text);
    if (bytes > MAXIMUM_FILE_BYTES) throw new BadInput([fileTooLarge("<stdin>", bytes)]);
    return { file: "<stdin>", text };
  }
  try {
    return { file: name, text: await readNamed(resolve(io.cwd, name), name) };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([fileError(name, errorCode(error) ?? undefined)]);
  }
}

/** The size is checked before reading. A pipe has none, and whoever writes into it may take their time. */
async function readNamed(path: string, name: string): Promise<string> {
  const state = statSync(path);
  if (state.isDirectory()) throw refused(fileError(name, "EISDIR"));
  if (state.isFIFO()) return readPipe(path, name);
  if (!state.isFile()) throw refused(notAFile(name));
  if (state.size > MAXIMUM_FILE_BYTES) throw refused(fileTooLarge(name, state.size));
  return readFileSync(path, "utf8");
}

/** Reads no further than the limit, and lets Ctrl-C through while it waits. */
async function readPipe(path: string, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAXIMUM_FILE_BYTES) throw refused(fileTooLarge(name, bytes));
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function refused(diagnostic: Diagnostic): BadInput {
  return new BadInput([diagnostic]);
}
