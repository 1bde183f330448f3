import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FigureProvenance } from "../catalog/provenance.ts";
import type { Catalog } from "../catalog/types.ts";
import type { NamedSource } from "../report/catalog/sources.ts";
import { packageRoot } from "./package-root.ts";

/** The catalogue that ships with the program, compiled from profiles/ by the build. */
export function loadBuiltinCatalog(): Catalog {
  const catalog: Catalog = readData("catalog.json");
  return catalog;
}

/** Kind → id → figures. */
type Provenance = Readonly<Record<string, Readonly<Record<string, readonly FigureProvenance[]>>>>;

/** Where each figure comes from. Only `catalog show` and `catalog sources` pay for reading it. */
export function loadProvenance(): Provenance {
  const provenance: Provenance = readData("provenance.json");
  return provenance;
}

/** The named sources that figures refer to (profiles/sources.yaml). */
export function loadSources(): readonly NamedSource[] {
  const sources: readonly NamedSource[] = readData("sources.json");
  return sources;
}

/** Written by our own build from checked values and in ASCII, so the type is known without looking. */
function readData(name: string): ReturnType<typeof JSON.parse> {
  return JSON.parse(readFileSync(join(packageRoot(), "dist", "data", name), "latin1"));
}
