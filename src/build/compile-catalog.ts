import { estimateChips } from "../catalog/estimate-chips.ts";
import { modelProblems } from "../catalog/check-model.ts";
import type { FigureProvenance } from "../catalog/provenance.ts";
import { readApplication } from "../catalog/read-application.ts";
import { readChip } from "../catalog/read-chip.ts";
import { withFittedFamilies, withFittedStacks } from "../catalog/apply-calibration.ts";
import type { Calibration } from "../catalog/calibration.ts";
import { fittedProvenance } from "../catalog/calibration-provenance.ts";
import { readFamily, type FamilyProfile } from "../catalog/read-family.ts";
import { provenanceOf } from "../catalog/read-figures.ts";
import { readGrids } from "../catalog/read-grids.ts";
import { readModel } from "../catalog/read-model.ts";
import { readPrices } from "../catalog/read-prices.ts";
import { readStack } from "../catalog/read-stack.ts";
import { readSystem } from "../catalog/read-system.ts";
import { resolveFamilies } from "../catalog/resolve-families.ts";
import type { Catalog, Model } from "../catalog/types.ts";
import type { Diagnostic } from "../input/diagnostic.ts";
import { about } from "../input/file-errors.ts";
import { isMapping } from "../input/mapping.ts";
import { diagnosticAt } from "../input/source-document.ts";
import type { SourceDocument } from "../input/source-document.ts";
import type { ProfileKindId } from "./profile-kinds.ts";
import { referenceFaults } from "./reference-faults.ts";

/** kind → id → where its figures come from. */
type Provenance = Record<string, Record<string, readonly FigureProvenance[]>>;

export interface CompiledCatalog {
  readonly catalog: Catalog;
  /** As the profiles state them, before anything was fitted. */
  readonly familyProfiles: readonly FamilyProfile[];
  readonly provenance: Provenance;
  readonly diagnostics: readonly Diagnostic[];
}

export type ProfileDocuments = Readonly<Record<ProfileKindId, readonly SourceDocument[]>>;

/**
 * The catalogue of schema-valid profiles: SI units, families resolved, missing figures of chips estimated, fitted values in place of
 * those of the profiles where there is a calibration.
 */
export function compileCatalog(
  documents: ProfileDocuments,
  calibration: Calibration | null = null,
): CompiledCatalog {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(kind: ProfileKindId, reader: (document: unknown) => T): T[] =>
    documents[kind].flatMap((document) => readOne(document, reader, diagnostics));
  const chips = read("chips", readChip);
  const models = documents.models.flatMap((document) =>
    readOne(document, readModel, diagnostics).map((found) => {
      diagnostics.push(...modelFaults(document, found.model));
      return found;
    }),
  );
  const familyProfiles = read("families", readFamily);
  const stacks = read("stacks", readStack);
  const catalog: Catalog = {
    chips: estimateChips(chips.map(({ chip }) => chip)),
    models: models.map(({ model }) => model),
    systems: read("systems", readSystem),
    stacks: calibration ? withFittedStacks(stacks, calibration) : stacks,
    families: resolveFamilies(
      calibration ? withFittedFamilies(familyProfiles, calibration) : familyProfiles,
    ),
    cloudPrices: read("cloudPrices", readPrices).flat(),
    grids: read("grids", readGrids).flat(),
    applications: read("applications", readApplication),
    evidence: calibration && { rows: calibration.rows, intervals: calibration.intervals },
  };
  const provenance: Provenance = {
    chips: Object.fromEntries(chips.map(({ chip, provenance }) => [chip.id, provenance])),
    models: Object.fromEntries(models.map(({ model, provenance }) => [model.id, provenance])),
    systems: wholeFiles(documents.systems),
    stacks: withFits(wholeFiles(documents.stacks), calibration?.stacks, calibration?.rows.stacks),
    families: withFits(
      wholeFiles(documents.families),
      calibration?.families,
      calibration?.rows.families,
    ),
    cloudPrices: wholeFiles(documents.cloudPrices),
    grids: wholeFiles(documents.grids),
  };
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  const known = {
    chips: ids(catalog.chips),
    systems: ids(catalog.systems),
    stacks: ids(catalog.stacks),
    families: ids(catalog.families),
  };
  diagnostics.push(...referenceFaults(known, documents));
  return { catalog, familyProfiles, provenance, diagnostics };
}

/** A reader's complaint about a file that passed the schema; any other error is a fault of the program. */
function readOne<T>(
  document: SourceDocument,
  reader: (document: unknown) => T,
  diagnostics: Diagnostic[],
): T[] {
  try {
    return [reader(document.value)];
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    diagnostics.push(about(document.file, "CS1305", error.message, null));
    return [];
  }
}

function modelFaults(document: SourceDocument, model: Model): Diagnostic[] {
  return modelProblems(model).map(({ path, message, help }) =>
    diagnosticAt(document, path.split("."), { code: "CS1305", message, help }),
  );
}

/** Fitted values first: an entry of its own comes before that for the whole file. */
function withFits(
  files: Record<string, readonly FigureProvenance[]>,
  fits: Calibration["families"] | Calibration["stacks"] = {},
  rows: Readonly<Record<string, number>> = {},
): Record<string, readonly FigureProvenance[]> {
  return Object.fromEntries(
    Object.entries(files).map(([id, entries]) => [
      id,
      [...fittedProvenance(fits[id] ?? {}, rows[id] ?? 0), ...entries],
    ]),
  );
}

/** One source for all figures of a file. */
function wholeFiles(
  documents: readonly SourceDocument[],
): Record<string, readonly FigureProvenance[]> {
  return Object.fromEntries(
    documents.flatMap(({ value }) =>
      isMapping(value) ? [[String(value["id"]), [provenanceOf(value, "*")]]] : [],
    ),
  );
}
