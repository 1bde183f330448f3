import { loadBuiltinCatalog } from "../../app/builtin-catalog.ts";
import { MODEL_CHECKS } from "../../app/model-checks.ts";
import type { Axis } from "../../app/sweep/axis.ts";
import { planSweep, type Sweep } from "../../app/sweep/plan-sweep.ts";
import { readAxes } from "../../app/sweep/read-axes.ts";
import { selectChips } from "../../app/sweep/select-chips.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Diagnostic } from "../../input/diagnostic.ts";
import { OVER_FILE } from "../../input/over/over-text.ts";
import { readYaml } from "../../input/read-yaml.ts";
import type { SourceDocument } from "../../input/source-document.ts";
import { BadInput } from "../bad-input.ts";
import { Failure } from "../failure.ts";
import { jsonReader } from "../read-json.ts";

/** What was asked, as plain data that a worker can be given. */
export interface SweepSetup {
  /** The workload file: its name for messages, its text, the folder that its paths are relative to. */
  file: string;
  text: string;
  folder: string;
  over: readonly string[];
  /** Ids or classes; empty means every chip. */
  chips: readonly string[];
  top: number | null;
  version: string;
}

export interface PreparedSweep {
  document: SourceDocument;
  axes: readonly Axis[];
  sweep: Sweep;
}

/**
 * Reads what was asked and lays the grid out. Values are not tried yet.
 *
 * @throws BadInput for a file that is no YAML and for axes that lead nowhere; Failure for unknown chips
 */
export function prepareSweep(
  setup: SweepSetup,
  catalog: Catalog = loadBuiltinCatalog(),
): PreparedSweep {
  const yaml = readYaml(setup.text, setup.file);
  if (!yaml.ok) throw badInput(yaml.diagnostics, setup);
  const document = yaml.value;
  const { axes, diagnostics } = readAxes(setup.over, document.value, catalog);
  if (diagnostics.length > 0) throw badInput(diagnostics, setup);
  const sources = { readJson: jsonReader(setup.folder), ...MODEL_CHECKS };
  const { top, version } = setup;
  const considers = consideredChips(setup.chips, catalog);
  const request = { document, sources, axes, catalog, considers, top, version };
  return { document, axes, sweep: planSweep(request) };
}

function consideredChips(
  words: readonly string[],
  catalog: Catalog,
): (chip: { id: string }) => boolean {
  if (words.length === 0) return () => true;
  const selection = selectChips(words, catalog);
  if (!selection.ok) throw new Failure(`--chips: ${selection.message}`, selection.help);
  const ids = new Set(selection.chips.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}

/** Faults with the texts that their frames show: the file, and the `--over` options as one line each. */
export function badInput(diagnostics: readonly Diagnostic[], setup: SweepSetup): BadInput {
  return new BadInput(diagnostics, sourcesOf(setup));
}

export function sourcesOf({ file, text, over }: SweepSetup): ReadonlyMap<string, string> {
  return new Map([
    [file, text],
    [OVER_FILE, over.join("\n")],
  ]);
}
