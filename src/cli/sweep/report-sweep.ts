import { sweepDocument } from "../../report/sweep/document.ts";
import type { SweepTally } from "../../report/sweep/tally.ts";
import type { SweepHeader, SweepPoint } from "../../report/sweep/types.ts";
import { render } from "../../report/formats.ts";
import type { Io } from "../io.ts";
import { outputStyle, type StyleFlags } from "../output-style.ts";
import type { SweepFormat } from "./options.ts";
import { summaryOf } from "./stdout-sink.ts";

export interface Finished {
  header: SweepHeader;
  tally: SweepTally;
  /** The first points when rows went to stdout; null when they went to a file. */
  shown: readonly SweepPoint[] | null;
  flags: StyleFlags & { format: SweepFormat; output?: string };
  io: Io;
}

/** The summary on stdout: under the table, or alone where the rows are in a file. */
export async function reportSweep({ header, tally, shown, flags, io }: Finished): Promise<void> {
  if (shown !== null && flags.format !== "table") return;
  const view = { header, tally, shown, file: flags.output ?? null };
  const report = {
    result: { ...header, file: flags.output ?? null, summary: summaryOf(tally) },
    document: () => sweepDocument(view),
    table: () => ({ columns: [], rows: [] }),
  };
  const format = flags.format === "json" ? "json" : "table";
  await io.stdout.write(await render(report, format, outputStyle(flags, io, io.stdout)));
}
