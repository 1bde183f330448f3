import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { isMapping } from "../../src/catalog/read-figures.ts";
import { readChip } from "../../src/catalog/read-chip.ts";
import type { Chip } from "../../src/catalog/types.ts";
import type { ReadChip } from "../../src/catalog/read-chip.ts";

export interface ChipFile extends ReadChip {
  /** File name without its ending. */
  stem: string;
  folder: string;
  text: string;
  document: unknown;
}

const ROOT = new URL("../../profiles/", import.meta.url).pathname;

/** Every chip profile of the repository, read as the build reads it. */
export function chipFiles(): ChipFile[] {
  return readdirSync(join(ROOT, "chips"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      const document: unknown = parse(text);
      const folder = basename(entry.parentPath);
      return { stem: basename(entry.name, ".yaml"), folder, text, document, ...readChip(document) };
    })
    .sort((left, right) => left.stem.localeCompare(right.stem));
}

export interface SourceEntry {
  title: unknown;
  where: unknown;
  date: unknown;
}

/** The registry of sources: code → what it is. */
export function sourceRegistry(): Map<string, SourceEntry> {
  const document: unknown = parse(readFileSync(join(ROOT, "sources.yaml"), "utf8"));
  const sources = isMapping(document) && isMapping(document["sources"]) ? document["sources"] : {};
  return new Map(
    Object.entries(sources).map(([code, entry]) => {
      const { title, where, date } = isMapping(entry) ? entry : {};
      return [code, { title, where, date }];
    }),
  );
}

/** Lists the chips that a check rejects, each with its complaint, so that a failure names all of them. */
export function complaints(chips: readonly Chip[], check: (chip: Chip) => string | null): string[] {
  return chips.flatMap((chip) => {
    const complaint = check(chip);
    return complaint === null ? [] : [`${chip.id}: ${complaint}`];
  });
}
