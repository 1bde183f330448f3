import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../input/diagnostic.ts";
import { readCalibrationFile } from "./calibration-file.ts";
import { compileCatalog } from "./compile-catalog.ts";
import type { CompiledCatalog, ProfileDocuments } from "./compile-catalog.ts";
import { PROFILE_KINDS } from "./profile-kinds.ts";
import type { ProfileKindId } from "./profile-kinds.ts";
import { readProfiles } from "./read-profiles.ts";
import { readSourcesList } from "./sources-list.ts";
import type { SourceDocument } from "../input/source-document.ts";

export interface CompiledData {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** "289 chips", "207 models", … */
  readonly counts: readonly string[];
}

/**
 * Checks every profile and writes the catalogue, its provenance and the list of sources to dist/data. With faults it
 * writes nothing.
 */
export async function compileData(root: string): Promise<CompiledData> {
  const { documents, diagnostics, sources } = await readDocuments(root);
  const counts = PROFILE_KINDS.map(({ id, place }) => `${documents[id].length} ${place}`);
  const faults = diagnostics.length > 0 ? diagnostics : await writeData(root, documents);
  return { diagnostics: faults, sources, counts };
}

/**
 * The catalogue of the profiles alone, without any calibration.
 *
 * @throws Error with the first fault of the profiles
 */
export async function compileUncalibrated(root: string): Promise<CompiledCatalog> {
  const { documents, diagnostics } = await readDocuments(root);
  const compiled = diagnostics.length > 0 ? null : compileCatalog(documents);
  const [fault] = compiled?.diagnostics ?? diagnostics;
  if (compiled === null || fault) throw new Error(fault?.message ?? "the profiles have faults");
  return compiled;
}

async function readDocuments(root: string): Promise<{
  documents: ProfileDocuments;
  diagnostics: Diagnostic[];
  sources: ReadonlyMap<string, string>;
}> {
  const documents: Record<ProfileKindId, readonly SourceDocument[]> = {
    chips: [],
    models: [],
    systems: [],
    stacks: [],
    families: [],
    cloudPrices: [],
    grids: [],
    applications: [],
    workloads: [],
  };
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  for (const kind of PROFILE_KINDS) {
    const read = await readProfiles(root, kind);
    documents[kind.id] = read.documents;
    diagnostics.push(...read.diagnostics);
    for (const [file, text] of read.sources) sources.set(file, text);
  }
  return { documents, diagnostics, sources };
}

async function writeData(
  root: string,
  documents: ProfileDocuments,
): Promise<readonly Diagnostic[]> {
  const { catalog, provenance, diagnostics } = compileCatalog(
    documents,
    await readCalibrationFile(root),
  );
  if (diagnostics.length > 0) return diagnostics;
  const folder = join(root, "dist/data");
  await mkdir(folder, { recursive: true });
  const write = async (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), `${asciiJson(value)}\n`);
  await write("catalog.json", catalog);
  await write("provenance.json", provenance);
  await write("sources.json", await readSourcesList(root));
  return [];
}

/** JSON without a character beyond ASCII, which the program reads quickest. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
