import type { FigureProvenance } from "../../catalog/provenance.ts";
import type { Cell, Table } from "../document.ts";
import type { Report } from "../formats.ts";
import { fieldText, flatten } from "./fields.ts";

export interface Shown {
  kind: string;
  item: { id: string; name: string; note?: string | null };
  provenance: readonly FigureProvenance[];
}

const HEADINGS = new Set(["id", "name", "note", "estimated", "confidence", "verified"]);

/** One item of the catalogue with the source of each figure. */
export function showReport({ kind, item, provenance }: Shown): Report {
  const table = figuresTable(item, provenance);
  return {
    result: { schemaVersion: 1, kind, item, provenance },
    document: () => ({
      blocks: [
        { kind: "paragraph", text: `${item.name} (${kind} ${item.id})`, tone: "strong" },
        ...(item.note ? [{ kind: "paragraph" as const, text: item.note }] : []),
        { kind: "table", table },
        { kind: "next", why: "What the sources are", command: "chipselect catalog sources" },
      ],
    }),
    table: () => table,
  };
}

function figuresTable(item: Shown["item"], provenance: readonly FigureProvenance[]): Table {
  const estimated = "estimated" in item && Array.isArray(item.estimated) ? item.estimated : [];
  const rows = flatten(item)
    .filter(({ field }) => !HEADINGS.has(field))
    .map((entry): Cell[] => {
      const isEstimate = estimated.includes(entry.field);
      const from = provenanceOf(entry.field, provenance);
      const known = entry.value !== null;
      return [
        { value: entry.field },
        { value: fieldText(entry), estimated: isEstimate },
        { value: isEstimate ? "estimation rule" : known ? (from?.source ?? null) : null },
        { value: isEstimate ? "low" : known ? (from?.confidence ?? null) : null },
        { value: known ? (from?.date ?? null) : null },
        { value: known ? (from?.note ?? null) : null },
      ];
    });
  return {
    columns: [
      { id: "field", title: "Field", type: "text" },
      { id: "value", title: "Value", type: "name" },
      { id: "source", title: "Source", type: "name" },
      { id: "confidence", title: "Data", type: "text", optional: 1 },
      { id: "date", title: "Date", type: "text", optional: 2 },
      { id: "note", title: "Note", type: "name", optional: 3 },
    ],
    rows,
  };
}

/** The entry of the field itself, of the part that it belongs to, or of everything. */
function provenanceOf(
  field: string,
  provenance: readonly FigureProvenance[],
): FigureProvenance | undefined {
  return (
    provenance.find((entry) => entry.field === field) ??
    provenance.find((entry) => field.startsWith(`${entry.field}.`)) ??
    provenance.find((entry) => entry.field === "*")
  );
}
