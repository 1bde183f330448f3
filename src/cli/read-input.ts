import { open, type FileHandle } from "node:fs/promises";
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
  let handle: FileHandle;
  try {
    handle = await open(resolve(io.cwd, name), "r");
  } catch (error) {
    throw new BadInput([fileError(name, errorCode(error) ?? undefined)]);
  }
  try {
    return { file: name, text: await readRegular(handle, name) };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([fileError(name, errorCode(error) ?? undefined)]);
  } finally {
    await handle.close();
  }
}

async function readRegular(handle: FileHandle, name: string): Promise<string> {
  const state = await handle.stat();
  if (state.isDirectory()) throw refused(fileError(name, "EISDIR"));
  if (!state.isFile() && !state.isFIFO()) throw refused(notAFile(name));
  // The size is checked before reading; a pipe has none and is read no further than the limit.
  if (state.size > MAXIMUM_FILE_BYTES) throw refused(fileTooLarge(name, state.size));
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false })) {
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
