import type { Report } from "../formats.ts";
import type { Block } from "../document.ts";
import { matching, type ListedCatalog } from "./kind.ts";
import { KINDS } from "./kinds.ts";

/** What the catalogue holds of one kind, filtered by a text. */
export function listReport(catalog: ListedCatalog, kindId: string, text: string): Report {
  const kind = KINDS.find(({ id }) => id === kindId);
  if (kind === undefined) throw new RangeError(`no such kind: ${kindId}`);
  const items = matching(kind.items(catalog), text);
  const estimated = items.some((item) => "estimated" in item && String(item.estimated) !== "");
  const blocks: Block[] = [{ kind: "table", table: kind.table(catalog, text) }];
  if (estimated) {
    const note =
      "~ filled by the estimation rule; `chipselect catalog show ID` says which figures are.";
    blocks.push({ kind: "paragraph", text: note, tone: "muted" });
  }
  return {
    result: { schemaVersion: 1, kind: kindId, items },
    document: () => ({ title: `Catalogue: ${kindId}`, blocks }),
    table: () => kind.table(catalog, text),
  };
}

/** How many items of each kind there are. */
export function overviewReport(catalog: ListedCatalog): Report {
  const counts = KINDS.map(({ id, items }) => ({ kind: id, count: items(catalog).length }));
  const table = {
    columns: [
      { id: "kind", title: "Kind", type: "text" as const },
      { id: "count", title: "Known", type: "count" as const },
    ],
    rows: counts.map(({ kind, count }) => [{ value: kind }, { value: count }]),
  };
  return {
    result: { schemaVersion: 1, kinds: counts },
    document: () => ({
      title: "Catalogue",
      blocks: [
        { kind: "table", table },
        { kind: "next", why: "List one kind", command: "chipselect catalog list chips" },
      ],
    }),
    table: () => table,
  };
}
