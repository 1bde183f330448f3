import { mkdir, open, rm, stat, truncate, writeFile, type FileHandle } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { ROW_WRITERS, type RowFormat } from "../../report/sweep/rows.ts";
import type { Tally } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { Failure } from "../failure.ts";
import { writeFault } from "../write-file.ts";
import { journalOf, readProgress } from "./read-progress.ts";
import { rangeOf } from "./same-sweep.ts";

/** A file that rows are appended to. */
export interface RowFile {
  /** First point that it lacks. */
  next: number;
  append(text: string): Promise<void>;
  /** Closes it; `complete` when every point is in it. */
  close(complete: boolean): Promise<void>;
}

/** `--resume` goes on behind what is there, `--force` begins anew; without either an existing file is left alone. */
export type Existing = "refuse" | "resume" | "overwrite";

const EXTENSIONS: Readonly<Record<string, RowFormat>> = {
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
};

/** @throws Failure for an extension that says neither NDJSON nor CSV */
export function formatOfFile(name: string): RowFormat {
  const format = EXTENSIONS[extname(name).toLowerCase()];
  if (format !== undefined) return format;
  throw new Failure(`-o ${name}: its name must end with .ndjson or .csv`);
}

/**
 * Opens the output of a sweep. NDJSON says itself what it is and how far it got; CSV cannot, so its header waits in a journal beside it
 * until it is complete.
 *
 * @param tally gets the points that are there already
 * @throws Failure when the file must not be overwritten, is of another sweep, is damaged or cannot be written
 */
export async function openRowFile(
  cwd: string,
  name: string,
  header: SweepHeader,
  existing: Existing,
  tally: Tally,
): Promise<RowFile> {
  const format = formatOfFile(name);
  const path = resolve(cwd, name);
  const state = await stat(path).catch(() => null);
  if (state?.isDirectory()) throw new Failure(`${name} is a directory`, "name a file in it");
  if (state !== null && existing === "refuse") {
    throw new Failure(`${name} exists already`, "--resume goes on with it, --force overwrites it");
  }
  try {
    if (state !== null && existing === "resume") {
      const progress = await readProgress(cwd, name, header, format, tally);
      if (progress !== null) {
        await truncate(path, progress.bytes);
        return rowFile(await open(path, "a"), name, path, progress.next);
      }
    }
    await mkdir(dirname(path), { recursive: true });
    if (format === "csv") await writeFile(journalOf(path), `${JSON.stringify(header)}\n`);
    const handle = await open(path, "w");
    await handle.writeFile(ROW_WRITERS[format].opening(header));
    return rowFile(handle, name, path, rangeOf(header).from);
  } catch (error) {
    throw error instanceof Failure ? error : writeFault(name, error);
  }
}

function rowFile(handle: FileHandle, name: string, path: string, next: number): RowFile {
  return {
    next,
    append: async (text) => {
      try {
        await handle.writeFile(text);
      } catch (error) {
        throw writeFault(name, error);
      }
    },
    close: async (complete) => {
      await handle.sync().catch(() => undefined);
      await handle.close();
      if (complete) await rm(journalOf(path), { force: true });
    },
  };
}
