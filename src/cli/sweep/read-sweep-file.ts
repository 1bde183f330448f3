import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { isMapping } from "../../input/mapping.ts";
import type { SweepHeader, SweepPoint } from "../../report/sweep/types.ts";
import { errorCode } from "../error-code.ts";
import { Failure } from "../failure.ts";

export interface FileLine {
  text: string;
  /** 1-based. */
  line: number;
  /** Bytes of the file up to and with the line's end. */
  end: number;
  /** False for a last line without an end: the program was stopped while it wrote. */
  whole: boolean;
}

/**
 * The lines of a file, one at a time however long the file is.
 *
 * @throws Failure when it cannot be read
 */
export async function* fileLines(cwd: string, name: string): AsyncGenerator<FileLine> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let end = 0;
  try {
    for await (const piece of createReadStream(resolve(cwd, name))) {
      rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, Buffer.from(piece)]);
      let start = 0;
      for (;;) {
        const newline = rest.indexOf(10, start);
        if (newline === -1) break;
        line += 1;
        end += newline + 1 - start;
        yield { text: rest.toString("utf8", start, newline), line, end, whole: true };
        start = newline + 1;
      }
      rest = rest.subarray(start);
    }
  } catch (error) {
    throw unreadable(name, error);
  }
  if (rest.length > 0) {
    yield { text: rest.toString("utf8"), line: line + 1, end: end + rest.length, whole: false };
  }
}

function unreadable(name: string, error: unknown): unknown {
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return new Failure(`${name}: no such file`);
    case "EISDIR":
      return new Failure(`${name} is a directory`, "name a file in it");
    case "EACCES":
    case "EPERM":
      return new Failure(`${name}: permission to read it is denied`);
    default:
      return error;
  }
}

/** @throws Failure when the line is no header of sweep results that this version reads */
export function parseHeader(text: string, name: string): SweepHeader {
  const value = parseLine(text);
  if (isHeader(value)) {
    if (value.schemaVersion === 1) return value;
    const version = JSON.stringify(value.schemaVersion);
    throw new Failure(
      `${name}:1: schemaVersion ${version} is not known to this version`,
      "write it again with this version, or read it with the one that wrote it",
    );
  }
  throw new Failure(
    `${name}:1: not a file of sweep results`,
    "such files are written by chipselect sweep -o FILE.ndjson",
  );
}

function isHeader(value: unknown): value is SweepHeader {
  return (
    isMapping(value) &&
    value["kind"] === "sweep" &&
    typeof value["fingerprint"] === "string" &&
    typeof value["points"] === "number" &&
    Array.isArray(value["axes"]) &&
    (value["shard"] === null || isMapping(value["shard"]))
  );
}

/**
 * The point of a line.
 *
 * @throws Failure with the line's number when it is no point, or not the point that comes next
 */
export function parsePoint(text: string, at: string, expected: number): SweepPoint {
  const value = parseLine(text);
  if (!isPoint(value)) {
    throw new Failure(`${at}: not a point of a sweep`, "the file was changed or damaged");
  }
  if (value.point === expected) return value;
  throw new Failure(
    `${at}: point ${value.point} stands where point ${expected} belongs`,
    "lines were lost, repeated or moved",
  );
}

function isPoint(value: unknown): value is SweepPoint {
  return (
    isMapping(value) &&
    typeof value["point"] === "number" &&
    isMapping(value["over"]) &&
    Array.isArray(value["candidates"]) &&
    (value["winner"] === null || typeof value["winner"] === "string") &&
    (value["fault"] === null || typeof value["fault"] === "string")
  );
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
