import type { Block, Table } from "../document.ts";
import type { Report } from "../formats.ts";
import type { Term } from "./term.ts";

export function termReport(term: Term): Report {
  const blocks: Block[] = [
    { kind: "paragraph", text: `${term.id}: ${term.title}`, tone: "strong" },
    { kind: "paragraph", text: term.text },
  ];
  if (term.formula !== null) {
    blocks.push({ kind: "facts", items: [{ label: "Formula", value: term.formula }] });
  }
  return {
    result: { schemaVersion: 1, ...term },
    document: () => ({ blocks }),
    table: () => termsTable([term]),
  };
}

export function termsReport(terms: readonly Term[]): Report {
  return {
    result: { schemaVersion: 1, terms },
    document: () => ({
      title: "Terms",
      blocks: [
        { kind: "table", table: termsTable(terms) },
        { kind: "next", why: "More on one", command: "chipselect explain TPOT" },
      ],
    }),
    table: () => termsTable(terms),
  };
}

function termsTable(terms: readonly Term[]): Table {
  return {
    columns: [
      { id: "id", title: "Term", type: "text" },
      { id: "kind", title: "Kind", type: "text" },
      { id: "title", title: "Meaning", type: "name" },
    ],
    rows: terms.map(({ id, kind, title }) => [{ value: id }, { value: kind }, { value: title }]),
  };
}
