import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { errorCode } from "./error-code.ts";
import { Failure } from "./failure.ts";

/**
 * Writes a file whole or not at all: parent folders are made, the text goes to a temporary name beside the target and is
 * then renamed over it.
 *
 * @throws Failure when the place cannot be written, or exists and `overwrite` is false
 */
export async function writeFileAtomically(
  cwd: string,
  name: string,
  text: string,
  { overwrite }: { overwrite: boolean },
): Promise<void> {
  const target = resolve(cwd, name);
  const existing = await stat(target).catch(() => null);
  if (existing?.isDirectory()) throw new Failure(`${name} is a directory`, "name a file in it");
  if (existing !== null && !overwrite) {
    throw new Failure(`${name} exists already`, "--force overwrites it");
  }
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFault(name, error);
  }
}

/** Why a file could not be written, in words. */
export function writeFault(name: string, error: unknown): Failure {
  return new Failure(`cannot write ${name}: ${reason(error)}`);
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no permission";
    case "ENOSPC":
      return "the disk is full";
    case "ENOTDIR":
    case "EEXIST":
      return "a part of its path is a file, not a folder";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
