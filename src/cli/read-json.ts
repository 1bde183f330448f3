import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { WorkloadSources } from "../input/known-names.ts";
import { errorCode } from "./error-code.ts";

/** A model's config.json is a few kilobytes. */
const LARGEST_BYTES = 1_000_000;

/** Reads the JSON files that a workload names, relative to its own folder. */
export function jsonReader(folder: string): WorkloadSources["readJson"] {
  return (path) => {
    const file = resolve(folder, path);
    let text: string;
    try {
      const state = statSync(file);
      if (!state.isFile()) return { ok: false, message: "not a file" };
      if (state.size > LARGEST_BYTES) return { ok: false, message: "larger than 1 MB" };
      text = readFileSync(file, "utf8");
    } catch (error) {
      return { ok: false, message: reason(error) };
    }
    try {
      return { ok: true, value: JSON.parse(text) as unknown };
    } catch {
      return { ok: false, message: "not valid JSON" };
    }
  };
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "permission to read it is denied";
    default:
      return "it cannot be read";
  }
}
