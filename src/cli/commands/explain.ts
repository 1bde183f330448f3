import { Option, type Command } from "commander";
import type { CommandContext } from "../command.ts";
import { deliver } from "../deliver.ts";
import { Failure } from "../failure.ts";
import { described } from "../help-text.ts";
import type { Io } from "../io.ts";
import { seedNumber } from "../numbers.ts";
import { addOutputOptions, type OutputFlags } from "../output-options.ts";
import { warn } from "../warn.ts";

interface ExplainFlags extends OutputFlags {
  chip?: string;
  seed: number;
  all?: boolean;
}

export function define(command: Command, { io }: CommandContext): void {
  command
    .description(
      described(
        "With --chip: one candidate in depth: limits, score, money, operators, roofline, memory. Otherwise: what a criterion, a metric or a message code means; all of them without a name.",
        [
          { command: "chipselect explain workload.yaml --chip h100-sxm" },
          { command: "chipselect explain TPOT" },
          { command: "chipselect explain CS1101" },
        ],
      ),
    )
    .argument("[subject]", "workload file (- for stdin) with --chip, else a term")
    .addOption(new Option("--chip <id>", "chip of the catalogue"))
    .addOption(new Option("--all", "show every operator, however small"))
    .addOption(new Option("--seed <n>", "seed of random draws").default(1).argParser(seedNumber))
    .action(async (subject: string | undefined, flags: ExplainFlags) => {
      if (flags.chip === undefined) await explainTerm(subject, flags, io);
      else if (subject === undefined) throw new Failure("--chip needs a workload file before it");
      else await explainChip(subject, flags.chip, flags, io);
    });
  addOutputOptions(command);
}

async function explainChip(name: string, id: string, flags: ExplainFlags, io: Io): Promise<void> {
  const [{ loadWorkload }, { findChip }, { explainCandidate }, root, document, table] =
    await Promise.all([
      import("../load-workload.ts"),
      import("../find.ts"),
      import("../../app/explain.ts"),
      import("../../app/package-root.ts"),
      import("../../report/explain/document.ts"),
      import("../../report/explain/operators-table.ts"),
    ]);
  const { workload, catalog, lineOf } = await loadWorkload(name, flags, io);
  const chip = findChip(catalog, id);
  const result = explainCandidate(workload, catalog, chip.id, {
    version: root.packageVersion(),
    seed: flags.seed,
    lineOf,
  });
  await warn(result.warnings, flags, io);
  const view = { source: name, all: flags.all === true };
  await deliver(
    {
      result,
      document: () => document.explainDocument(result, view),
      table: () => table.operatorsTable(result.tasks),
    },
    flags,
    io,
  );
}

async function explainTerm(name: string | undefined, flags: ExplainFlags, io: Io): Promise<void> {
  const [known, { loadBuiltinCatalog }, { didYouMean }, document] = await Promise.all([
    import("../../app/terms.ts"),
    import("../../app/builtin-catalog.ts"),
    import("../../input/suggest.ts"),
    import("../../report/terms/document.ts"),
  ]);
  const { applications = [], chips, models, systems, stacks, families } = loadBuiltinCatalog();
  const terms = [...known.TERMS, ...known.applicationTerms(applications)];
  if (name === undefined) {
    await deliver(document.termsReport(terms), flags, io);
    return;
  }
  const term = known.findTerm(name, terms);
  if (term === undefined) {
    if (name === "-" || /\.ya?ml$/iu.test(name)) {
      throw new Failure("--chip ID is missing", `chipselect explain ${name} --chip h100-sxm`);
    }
    const listed = [chips, models, systems, stacks, families].some((items) =>
      items.some(({ id }) => id === name),
    );
    if (listed) {
      throw new Failure(
        `"${name}" is no term but stands in the catalogue`,
        `chipselect catalog show ${name}`,
      );
    }
    const names = terms.flatMap(({ id, aliases }) => [id, ...aliases]);
    throw new Failure(
      `unknown term "${name}"`,
      didYouMean(name, names) ?? "`chipselect explain` lists all terms",
    );
  }
  await deliver(document.termReport(term), flags, io);
}
