import type { ErrorGroup, ValidationResult } from "../../validation/types.ts";
import type { Block } from "../document.ts";
import { errorTable, type Optional } from "./error-table.ts";
import type { Grouping, ValidationView } from "./view.ts";

const OPTIONAL: Optional = { timesBetter: 3, crudeP90ErrorFactor: 2, intervalCoverage: 1 };

const TITLES: Readonly<Record<Grouping, string>> = {
  set: "Set",
  chip: "Chip",
  class: "Class",
  stack: "Stack",
  metric: "Metric",
  model: "Model",
};

/** The tables that were asked for, the groups with the most rows first. Sets stand in the summary already. */
export function groupBlocks({ groups }: ValidationResult, { by }: ValidationView): Block[] {
  return by
    .filter((grouping) => grouping !== "set")
    .flatMap((grouping) => {
      const members = groups.filter((group) => group.by === grouping).toSorted(byRows);
      return tableBlocks(`Errors by ${grouping}`, TITLES[grouping], members);
    });
}

/** What the summary leaves out because it says little about the model. */
export function apartBlocks({ apart }: ValidationResult): Block[] {
  return tableBlocks("Reported apart, not in the summary", "Rows of", apart);
}

function tableBlocks(heading: string, title: string, groups: readonly ErrorGroup[]): Block[] {
  if (groups.length === 0) return [];
  const named = groups.map((group) => ({ ...group, name: group.key === "" ? "-" : group.key }));
  return [
    { kind: "heading", text: heading },
    { kind: "table", table: errorTable(named, title, OPTIONAL) },
  ];
}

function byRows(a: ErrorGroup, b: ErrorGroup): number {
  return b.rows - a.rows || (a.key < b.key ? -1 : 1);
}
