import type { Diagnostic } from "./diagnostic.ts";
import type { Code } from "./codes.ts";
import { formatQuantity } from "../units/format.ts";

/** Largest file that is parsed. A workload is a few kilobytes; YAML of this size still reads in a fraction of a second. */
export const MAXIMUM_FILE_BYTES = 200_000;

/**
 * What to tell about a file that could not be read.
 *
 * @param errno the `code` of Node's error (`ENOENT`, `EISDIR`, …).
 */
export function fileError(file: string, errno: string | undefined): Diagnostic {
  switch (errno) {
    case "ENOENT":
    case "ENOTDIR":
      return about(file, "CS1001", "no such file", "check the path; `-` reads standard input");
    case "EISDIR":
      return about(file, "CS1002", "this is a directory", "name a YAML file in it");
    case "EACCES":
    case "EPERM":
      return about(file, "CS1003", "permission to read it is denied", "check who may read it");
    case "ELOOP":
      return about(file, "CS1003", "its symbolic links go round in circles", null);
    case "ENAMETOOLONG":
      return about(file, "CS1001", "the path is too long", "was content given for a file name?");
    default:
      return about(file, "CS1003", `it cannot be read (${errno ?? "unknown error"})`, null);
  }
}

/** A path that is neither a regular file nor a pipe (device, socket). */
export function notAFile(file: string): Diagnostic {
  return about(file, "CS1002", "this is not a regular file", "name a YAML file");
}

/** A file over {@link MAXIMUM_FILE_BYTES}; the caller knows the size before reading. */
export function fileTooLarge(file: string, bytes: number): Diagnostic {
  const size = formatQuantity(bytes, "bytes");
  const limit = formatQuantity(MAXIMUM_FILE_BYTES, "bytes");
  return about(
    file,
    "CS1004",
    `the file has ${size}; at most ${limit} are read`,
    "is it the right file? A workload is a few kilobytes",
  );
}

/** A diagnostic about a whole file. */
export function about(file: string, code: Code, message: string, help: string | null): Diagnostic {
  return {
    code,
    severity: "error",
    file,
    line: 1,
    column: 1,
    endColumn: 1,
    path: "",
    message,
    help,
  };
}
