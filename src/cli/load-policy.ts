import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { packageRoot } from "../app/package-root.ts";
import type { PolicyLoader } from "../check/policy/types.ts";
import { didYouMean } from "../input/suggest.ts";
import { errorCode } from "./error-code.ts";

const FOLDER = "profiles/policies";
const SUFFIX = ".yaml";

/** Anything without a dot or a slash is meant as the name of a preset. */
export const isPreset = (name: string): boolean => presets().includes(name);

export function presets(): string[] {
  return readdirSync(join(packageRoot(), FOLDER))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/** @throws Error when there is no such preset */
export function readPreset(name: string): { file: string; text: string } {
  const text = readFileSync(join(packageRoot(), FOLDER, `${name}${SUFFIX}`), "utf8");
  return { file: `preset:${name}`, text };
}

/** Finds the policies that a policy extends: presets by name, files relative to it. Their texts are kept for code frames. */
export function policyLoader(cwd: string, sources: Map<string, string>): PolicyLoader {
  return (name, from) => {
    if (isPreset(name)) {
      const preset = readPreset(name);
      sources.set(preset.file, preset.text);
      return { ok: true, ...preset };
    }
    if (!/[./\\]/u.test(name)) {
      const help = didYouMean(name, presets());
      return { ok: false, diagnostic: { message: `there is no preset "${name}"`, help } };
    }
    const path = resolve(cwd, dirname(from), name);
    try {
      const text = readFileSync(path, "utf8");
      const file = relative(cwd, path);
      sources.set(file, text);
      return { ok: true, file, text };
    } catch (error) {
      const why = errorCode(error) === "ENOENT" ? "no such file" : "it cannot be read";
      const help = "a policy is named relative to the one that extends it";
      return { ok: false, diagnostic: { message: `${name}: ${why}`, help } };
    }
  };
}
