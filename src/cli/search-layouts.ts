import { availableParallelism } from "node:os";
import { packageVersion } from "../app/package-root.ts";
import { searchTraining, type SearchRequest } from "../app/training-search/search.ts";
import { searchDocument } from "../report/search/document.ts";
import { layoutsTable } from "../report/search/layouts-table.ts";
import { deliver } from "./deliver.ts";
import { Failure } from "./failure.ts";
import { findChip, findStack } from "./find.ts";
import type { Io } from "./io.ts";
import { loadWorkload } from "./load-workload.ts";
import type { OutputFlags } from "./output-options.ts";
import { showProgress } from "./progress.ts";
import { warn } from "./warn.ts";

export interface SearchFlags extends OutputFlags {
  chip: string;
  stack?: string;
  top: number;
  workers?: number;
}

/** `simulate --search`: every legal layout of the workload's training task. @returns whether any fits the memory */
export async function searchLayouts(
  name: string,
  flags: SearchFlags,
  request: Omit<SearchRequest, "top">,
  io: Io,
): Promise<boolean> {
  const { workload, catalog } = await loadWorkload(name, flags, io);
  const chip = findChip(catalog, flags.chip);
  if (flags.stack !== undefined) findStack(catalog, flags.stack);
  if (workload.tasks.every(({ kind }) => kind === "inference")) {
    throw new Failure(
      `${name} has no training task to search layouts for`,
      "--search needs a task of kind training or fine-tuning",
    );
  }
  const progress = showProgress(io, "chunks of layouts", {
    quiet: flags.quiet === true,
    milliseconds: () => performance.now(),
  });
  const result = await searchTraining(
    workload,
    catalog,
    chip.id,
    { ...request, top: flags.top },
    {
      version: packageVersion(),
      workers: flags.workers ?? availableParallelism(),
      onProgress: progress.report,
    },
  );
  await progress.end();
  await warn(result.warnings, flags, io);
  const layouts = result.searches.flatMap(({ best }) => best);
  await deliver(
    {
      result,
      document: () => searchDocument(result),
      table: () => layoutsTable(layouts),
    },
    flags,
    io,
  );
  return layouts.length > 0;
}
