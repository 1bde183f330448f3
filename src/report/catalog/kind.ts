import type { Catalog } from "../../catalog/types.ts";
import type { Cell, Column, Table } from "../document.ts";

/** A scenario is an example workload file that comes with the program. */
export interface Scenario {
  id: string;
  name: string;
  path: string;
}

export interface ListedCatalog extends Catalog {
  scenarios: readonly Scenario[];
}

interface Field<T> extends Omit<Column, "id"> {
  cell: (item: T) => Cell["value"];
  /** Dotted fields in `estimated` that this cell rests on. */
  field?: string;
}

export interface Kind {
  id: string;
  items: (catalog: ListedCatalog) => readonly object[];
  table: (catalog: ListedCatalog, text: string) => Table;
}

const SEARCHED = new Set([
  "id",
  "name",
  "vendor",
  "class",
  "kind",
  "family",
  "chip",
  "cloud",
  "instance",
]);

/** `text` keeps the items that have it in their id, name, vendor or class, whatever the case. */
export function matching<T extends object>(items: readonly T[], text: string): readonly T[] {
  const wanted = text.toLowerCase();
  if (wanted === "") return items;
  return items.filter((item) =>
    Object.entries(item).some(
      ([key, value]) =>
        SEARCHED.has(key) && typeof value === "string" && value.toLowerCase().includes(wanted),
    ),
  );
}

export function kind<T extends object>(
  id: string,
  items: (catalog: ListedCatalog) => readonly T[],
  fields: readonly Field<T>[],
): Kind {
  return {
    id,
    items,
    table: (catalog, text) => ({
      columns: fields.map(({ title, type, unit, optional }) => ({
        id: title,
        title,
        type,
        ...(unit === undefined ? {} : { unit }),
        ...(optional === undefined ? {} : { optional }),
      })),
      rows: matching(items(catalog), text).map((item) =>
        fields.map(({ cell, field }) => ({
          value: cell(item),
          estimated: isEstimated(item, field),
        })),
      ),
    }),
  };
}

function isEstimated(item: object, field: string | undefined): boolean {
  if (field === undefined || !("estimated" in item)) return false;
  return Array.isArray(item.estimated) && item.estimated.includes(field);
}
