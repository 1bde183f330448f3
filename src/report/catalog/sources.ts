import type { FigureProvenance } from "../../catalog/provenance.ts";
import type { Table } from "../document.ts";
import type { Report } from "../formats.ts";

/** One entry of profiles/sources.yaml. */
export interface NamedSource {
  code: string;
  title: string;
  where: string;
  date: string;
}

/** Where the catalogue has its figures from: every named source, and how many figures rest on it. */
export function sourcesReport(
  sources: readonly NamedSource[],
  provenance: readonly FigureProvenance[],
): Report {
  const counted = sources.map((source) => ({
    ...source,
    figures: provenance.filter((entry) => cites(entry.source, source.code)).length,
  }));
  const table: Table = {
    columns: [
      { id: "code", title: "Code", type: "text" },
      { id: "figures", title: "Figures", type: "count" },
      { id: "date", title: "Date", type: "text", optional: 1 },
      { id: "title", title: "Title", type: "name" },
      { id: "where", title: "Where", type: "name", optional: 2 },
    ],
    rows: counted.map(({ code, figures, date, title, where }) => [
      { value: code },
      { value: figures },
      { value: date },
      { value: title },
      { value: where },
    ]),
  };
  return {
    result: { schemaVersion: 1, sources: counted },
    document: () => ({
      title: "Sources of the catalogue",
      blocks: [
        { kind: "table", table },
        {
          kind: "next",
          why: "The source of each figure",
          command: "chipselect catalog show h100-sxm",
        },
      ],
    }),
    table: () => table,
  };
}

/** "EP, ST (net)" cites EP and ST. */
function cites(text: string, code: string): boolean {
  const at = text.indexOf(code);
  if (at < 0) return false;
  const before = text[at - 1] ?? " ";
  const after = text[at + code.length] ?? " ";
  return /[\s,;(]/u.test(before) && /[\s,;()]/u.test(after);
}
