import type { Diagnostic } from "../input/diagnostic.ts";
import { isMapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";
import { diagnosticAt } from "../input/source-document.ts";
import type { SourceDocument } from "../input/source-document.ts";
import { didYouMean } from "../input/suggest.ts";
import type { ProfileDocuments } from "./compile-catalog.ts";

/** Ids that the catalogue has. */
export type Ids = Readonly<Record<"chips" | "systems" | "stacks" | "families", readonly string[]>>;

/** Names in profiles that lead nowhere: a chip's family, system and stacks, the chip of a price; ids used twice. */
export function referenceFaults(ids: Ids, documents: ProfileDocuments): Diagnostic[] {
  const { chips, systems, stacks, families } = ids;
  const faults: Diagnostic[] = [];

  const check = (
    document: SourceDocument,
    path: Path,
    name: unknown,
    what: string,
    known: readonly string[],
  ): void => {
    if (typeof name !== "string" || known.includes(name)) return;
    const message = `there is no ${what} "${name}"`;
    const help = didYouMean(name, known);
    faults.push(diagnosticAt(document, path, { code: "CS1302", message, help }));
  };

  for (const document of documents.chips) {
    if (!isMapping(document.value)) continue;
    const { family, system, stacks: own } = document.value;
    check(document, ["family"], family, "family", families);
    check(document, ["system"], system, "system", systems);
    listOf(own).forEach((stack, index) => {
      check(document, ["stacks", index], stack, "stack", stacks);
    });
  }
  for (const document of documents.cloudPrices) {
    const offers = isMapping(document.value) ? listOf(document.value["offers"]) : [];
    offers.forEach((offer, index) => {
      const chip = isMapping(offer) ? offer["chip"] : undefined;
      check(document, ["offers", index, "chip"], chip, "chip", chips);
    });
  }
  return [...faults, ...Object.values(documents).flatMap(duplicateIds)];
}

/** Sub-folders let two files of a kind have the same name. */
function duplicateIds(documents: readonly SourceDocument[]): Diagnostic[] {
  const first = new Map<string, string>();
  return documents.flatMap((document) => {
    const id = isMapping(document.value) ? document.value["id"] : undefined;
    if (typeof id !== "string") return [];
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, document.file);
      return [];
    }
    const message = `the id "${id}" is also that of ${other}`;
    const help = "give each profile its own id";
    return [diagnosticAt(document, ["id"], { code: "CS1405", message, help })];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
