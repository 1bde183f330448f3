import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FigureProvenance } from "../catalog/provenance.ts";
import type { Catalog } from "../catalog/types.ts";
import type { NamedSource } from "../report/catalog/sources.ts";
import { packageRoot } from "./package-root.ts";

/** The catalogue that ships with the program, compiled from profiles/ by the build. */
export function loadBuiltinCatalog(): Catalog {
  return readData<Catalog>("catalog.json");
}

/** Where each figure comes from: kind → id → figures. Only `catalog show` and `catalog sources` pay for reading it. */
export function loadProvenance(): Readonly<
  Record<string, Readonly<Record<string, readonly FigureProvenance[]>>>
> {
  return readData("provenance.json");
}

/** The named sources that figures refer to (profiles/sources.yaml). */
export function loadSources(): readonly NamedSource[] {
  return readData("sources.json");
}

function readData<T>(name: string): T {
  return JSON.parse(readFileSync(join(packageRoot(), "dist", "data", name), "utf8")) as T;
}
