import type { ErrorGroup, ValidationResult } from "../../validation/types.ts";
import type { Block } from "../document.ts";
import { errorTable, type Optional } from "./error-table.ts";
import type { Grouping, ValidationView } from "./view.ts";

const OF_GROUPS: Optional = { timesBetter: 3, crudeP90ErrorFactor: 2, intervalCoverage: 1 };

/** Names say what is meant and must be read whole, so figures make room. */
const APART: Optional = {
  timesBetter: 5,
  intervalCoverage: 4,
  crudeP90ErrorFactor: 3,
  crudeMedianErrorFactor: 2,
  pairwiseOrder: 1,
};

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
    .flatMap((grouping): Block[] => {
      const members = groups.filter((group) => group.by === grouping).toSorted(byRows);
      if (members.length === 0) return [];
      const name = { title: TITLES[grouping], type: "name" } as const;
      const table = errorTable(members.map(named), name, OF_GROUPS);
      return [
        { kind: "heading", text: `Errors by ${grouping}` },
        { kind: "table", table },
      ];
    });
}

/** What the summary leaves out because it says little about the model. */
export function apartBlocks({ apart }: ValidationResult): Block[] {
  if (apart.length === 0) return [];
  const table = errorTable(apart.map(named), { title: "Rows of", type: "text" }, APART);
  return [
    { kind: "heading", text: "Reported apart, not in the summary" },
    { kind: "table", table },
  ];
}

function named(group: ErrorGroup): ErrorGroup & { name: string } {
  return { ...group, name: group.key === "" ? "-" : group.key };
}

function byRows(a: ErrorGroup, b: ErrorGroup): number {
  return b.rows - a.rows || (a.key < b.key ? -1 : 1);
}
