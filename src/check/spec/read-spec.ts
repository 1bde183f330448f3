import { readChip } from "../../catalog/read-chip.ts";
import type { Catalog, Chip } from "../../catalog/types.ts";
import validateSpec from "../../generated/validate-spec.js";
import type { Diagnostic, Reading } from "../../input/diagnostic.ts";
import { isMapping, type Mapping } from "../../input/mapping.ts";
import { formatPath, type Path } from "../../input/path.ts";
import { readYaml } from "../../input/read-yaml.ts";
import { sortDiagnostics } from "../../input/render-diagnostics.ts";
import { schemaDiagnostics } from "../../input/schema-diagnostics.ts";
import { diagnosticAt, type SourceDocument } from "../../input/source-document.ts";
import { didYouMean } from "../../input/suggest.ts";
import { complete } from "./complete.ts";
import { inherit, withDefaults } from "./inherit.ts";
import { explainQuantity } from "./quantity-faults.ts";
import { readSilicon, type Silicon } from "./silicon.ts";
import { readSuppressions, type Suppression } from "./suppressions.ts";

/** A proposed chip, ready to be simulated beside the catalogue's, and what its file says beyond that. */
export interface Spec {
  chip: Chip;
  silicon: Silicon;
  /** Chip of the catalogue that it extends. */
  base: string | null;
  suppressions: readonly Suppression[];
  document: SourceDocument;
}

/**
 * Reads a chip spec: YAML, schema, names of the catalogue. All faults at once, each with its place. What the file leaves out
 * comes from the chip that it extends, else from the catalogue's rule of estimation.
 */
export function readSpec(text: string, file: string, catalog: Catalog): Reading<Spec> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const document = yaml.value;
  if (!isMapping(document.value)) {
    const said = {
      code: "CS1103",
      message: "the file holds no mapping of keys to values",
      help: "a spec starts with the keys id: and name:",
    };
    return { ok: false, diagnostics: [diagnosticAt(document, [], said)] };
  }
  const faults = [...schemaFaults(document), ...nameFaults(document, document.value, catalog)];
  if (faults.length > 0) return { ok: false, diagnostics: sortDiagnostics(faults) };
  return assemble(document, document.value, catalog);
}

function schemaFaults(document: SourceDocument): Diagnostic[] {
  if (validateSpec(document.value)) return [];
  return schemaDiagnostics(document, validateSpec.errors ?? []).map((fault) =>
    explainQuantity(fault, document),
  );
}

function assemble(document: SourceDocument, written: Mapping, catalog: Catalog): Reading<Spec> {
  const baseId = written["extends"];
  const base = catalog.chips.find(({ id }) => id === baseId) ?? null;
  try {
    const { chip: own } = readChip(withDefaults(written, base));
    const whole = base === null ? own : inherit(own, base, written);
    const spec: Spec = {
      chip: complete(whole, catalog.chips),
      silicon: readSilicon(written),
      base: base?.id ?? null,
      suppressions: readSuppressions(document.text),
      document,
    };
    return { ok: true, value: spec, warnings: [] };
  } catch (error) {
    // A quantity of the right form and of an impossible size.
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    const said = { code: "CS1305", message: error.message, help: null };
    return { ok: false, diagnostics: [diagnosticAt(document, [], said)] };
  }
}

/** Names that lead nowhere in the catalogue. */
function nameFaults(document: SourceDocument, written: Mapping, catalog: Catalog): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const check = (
    path: Path,
    name: unknown,
    what: string,
    items: readonly { id: string }[],
  ): void => {
    const known = items.map(({ id }) => id);
    if (typeof name !== "string" || known.includes(name)) return;
    faults.push(
      diagnosticAt(document, path, {
        code: "CS1302",
        message: `the catalogue has no ${what} "${name}"`,
        help:
          didYouMean(name, known) ?? `\`chipselect catalog list ${formatPath(path.slice(0, 1))}\``,
      }),
    );
  };
  check(["extends"], written["extends"], "chip", catalog.chips);
  check(["family"], written["family"], "family", catalog.families);
  check(["system"], written["system"], "system", catalog.systems);
  const stacks = written["stacks"];
  if (Array.isArray(stacks)) {
    stacks.forEach((stack: unknown, index) => {
      check(["stacks", index], stack, "stack", catalog.stacks);
    });
  }
  return faults;
}
