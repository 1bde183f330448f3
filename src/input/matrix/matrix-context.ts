import type { Diagnostic } from "../diagnostic.ts";
import { isMapping } from "../mapping.ts";
import type { SourceDocument } from "../source-document.ts";
import { didYouMean } from "../suggest.ts";
import { report, type Fields } from "../workload/context.ts";
import type { Path } from "../path.ts";
import type { WeightKnowledge } from "./matrix-types.ts";

/** What a matrix file may name, and what only the decision layer can judge. */
export interface MatrixNames {
  /** Options by method. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
  /** Options by weighing. */
  readonly comparisons: ReadonlyMap<string, readonly string[]>;
  /** Why no weights agree with what is known; null when some do. */
  readonly emptyBecause: (knowledge: Exclude<WeightKnowledge, string>) => string | null;
}

/** What the readers of one matrix file share; see the workload's context. */
export interface MatrixContext {
  readonly document: SourceDocument;
  readonly diagnostics: Diagnostic[];
  readonly known: MatrixNames;
}

/** Ids of one kind with their places in the list. */
export type Ids = ReadonlyMap<string, number>;

/** Entries of a list that are mappings, each with its place. */
export function entriesAt(parent: Fields, key: string): Fields[] {
  const list = parent.values[key];
  if (!Array.isArray(list)) return [];
  return list.map((values: unknown, index) => ({
    path: [...parent.path, key, index],
    values: isMapping(values) ? values : {},
  }));
}

export function numberAt(fields: Fields, key: string): number | null {
  const value = fields.values[key];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Ids of the entries; one that is given twice is a fault. */
export function idsOf(context: MatrixContext, entries: readonly Fields[], noun: string): Ids {
  const ids = new Map<string, number>();
  entries.forEach((entry, index) => {
    const id = entry.values["id"];
    if (typeof id !== "string") return;
    if (ids.has(id)) {
      const message = `there are two ${noun} "${id}"`;
      report(context, [...entry.path, "id"], { code: "CS1602", message, help: "rename one" });
    } else ids.set(id, index);
  });
  return ids;
}

/** Place of the thing that is named; null when it was reported. */
export function placeOf(
  context: MatrixContext,
  ids: Ids,
  name: unknown,
  path: Path,
  { noun, part = "value" }: { noun: string; part?: "key" | "value" },
): number | null {
  const place = ids.get(String(name));
  if (place !== undefined) return place;
  const message = `there is no ${noun} "${String(name)}"`;
  const help = didYouMean(String(name), [...ids.keys()]);
  report(context, path, { code: "CS1601", message, help, part });
  return null;
}

/** A mapping from ids to figures as a list in the order of the ids; what is absent is `otherwise`. */
export function figuresById(
  context: MatrixContext,
  fields: Fields,
  ids: Ids,
  otherwise: number,
): number[] {
  const figures = Array.from(ids, () => otherwise);
  for (const key of Object.keys(fields.values)) {
    const path = [...fields.path, key];
    const place = placeOf(context, ids, key, path, { noun: "criterion", part: "key" });
    const figure = numberAt(fields, key);
    if (place !== null && figure !== null) figures[place] = figure;
  }
  return figures;
}
