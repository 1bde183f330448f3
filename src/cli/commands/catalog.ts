import { InvalidArgumentError, type Command } from "commander";
import { loadBuiltinCatalog, loadProvenance, loadSources } from "../../app/builtin-catalog.ts";
import { didYouMean } from "../../input/suggest.ts";
import type { ListedCatalog } from "../../report/catalog/kind.ts";
import { KINDS } from "../../report/catalog/kinds.ts";
import { listReport, overviewReport } from "../../report/catalog/list.ts";
import { showReport, type Shown } from "../../report/catalog/show.ts";
import { sourcesReport } from "../../report/catalog/sources.ts";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { Failure } from "../failure.ts";
import { described } from "../help-text.ts";
import type { Io } from "../io.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { listScenarios } from "../scenarios.ts";

const KIND_IDS = KINDS.map(({ id }) => id);

export function define(command: Command, { io }: CommandContext): void {
  command.description(
    described("What the program knows, and where it has it from.", [
      { command: "chipselect catalog list chips" },
      { command: "chipselect catalog list models llama" },
      { command: "chipselect catalog show h100-sxm" },
      { command: "chipselect catalog sources" },
    ]),
  );

  const list = command
    .command("list")
    .summary("list one kind, or count all")
    .description("List what is known of one kind; without a kind, count each.")
    .argument("[kind]", KIND_IDS.join(", "), parseKind)
    .argument("[text]", "keep what has this in its id, name, vendor or class")
    .action(async (kind: string | undefined, text: string | undefined, flags: OutputFlags) => {
      const catalog = await listedCatalog(io);
      const report =
        kind === undefined ? overviewReport(catalog) : listReport(catalog, kind, text ?? "");
      await deliver(report, flags, io);
    });
  addOutputOptions(list);

  const show = command
    .command("show")
    .summary("one item with the source of each figure")
    .description("Show a chip, model, system, stack or family with the source of each figure.")
    .argument("<id>", "id as `catalog list` prints it")
    .action(async (id: string, flags: OutputFlags) => {
      await deliver(showReport(findItem(id)), flags, io);
    });
  addOutputOptions(show);

  const sources = command
    .command("sources")
    .summary("the sources of all figures")
    .description("List the sources of the catalogue and how many figures rest on each.")
    .action(async (flags: OutputFlags) => {
      const figures = Object.values(loadProvenance()).flatMap((items) => Object.values(items));
      await deliver(sourcesReport(loadSources(), figures.flat()), flags, io);
    });
  addOutputOptions(sources);
}

function parseKind(text: string): string {
  if (KIND_IDS.includes(text)) return text;
  throw new InvalidArgumentError(didYouMean(text, KIND_IDS) ?? "");
}

async function listedCatalog(io: Io): Promise<ListedCatalog> {
  return { ...loadBuiltinCatalog(), scenarios: await listScenarios(io.cwd) };
}

/** An id names one item; where kinds share one, chips come first. */
function findItem(id: string): Shown {
  const { chips, models, systems, stacks, families } = loadBuiltinCatalog();
  const kinds = { chips, models, systems, stacks, families };
  for (const [kind, items] of Object.entries(kinds)) {
    const item = items.find((candidate) => candidate.id === id);
    if (item === undefined) continue;
    return { kind, item, provenance: loadProvenance()[kind]?.[id] ?? [] };
  }
  const ids = Object.values(kinds).flatMap((items) => items.map((item) => item.id));
  throw new Failure(
    `the catalogue has no "${id}"`,
    didYouMean(id, ids) ?? "`chipselect catalog list` shows what it has",
  );
}
