import { groupBy } from "../../units/group-by.ts";
import type { ValidationResult } from "../../validation/types.ts";
import type { Block } from "../document.ts";
import { NAMES_SHOWN, type ValidationView } from "./view.ts";

type SkipReason = ValidationResult["skipReasons"][number];

/** Why rows have no prediction, the most frequent reason first; reasons that differ in a name alone are told as one. */
export function skippedBlocks({ skipReasons }: ValidationResult, view: ValidationView): Block[] {
  if (skipReasons.length === 0) return [];
  const kindOf = ({ reason }: SkipReason): string => reason.split(": ", 1)[0] ?? "";
  const items = [...groupBy(skipReasons.toSorted(byRows), kindOf)]
    .map(([kind, reasons]) => ({ kind, reasons, rows: rowsOf(reasons) }))
    .toSorted((a, b) => b.rows - a.rows)
    .map(({ kind, reasons, rows }) => `${counted(rows)}: ${told(kind, reasons, view)}`);
  return [
    { kind: "heading", text: "Skipped" },
    { kind: "list", items },
  ];
}

/** `chip not in the catalogue: A (60), B (44) and 12 more`. */
function told(kind: string, reasons: readonly SkipReason[], view: ValidationView): string {
  const [only] = reasons;
  if (only === undefined || reasons.length === 1) return only?.reason ?? kind;
  const shown = view.rows ? reasons : reasons.slice(0, NAMES_SHOWN);
  const names = shown.map(({ reason, rows }) => `${nameIn(reason, kind)} (${rows})`);
  const hidden = reasons.length - shown.length;
  const more = hidden === 0 ? "" : ` and ${hidden} more, which --rows lists`;
  return `${kind}: ${names.join(", ")}${more}`;
}

function nameIn(reason: string, kind: string): string {
  return reason === kind ? "no name" : reason.slice(kind.length + ": ".length);
}

function rowsOf(reasons: readonly SkipReason[]): number {
  return reasons.reduce((sum, { rows }) => sum + rows, 0);
}

function byRows(a: SkipReason, b: SkipReason): number {
  return b.rows - a.rows || (a.reason < b.reason ? -1 : 1);
}

/** Rows whose evidence is doubtful, by reason in the order of the list. */
export function excludedBlocks({ exclusions }: ValidationResult, view: ValidationView): Block[] {
  if (exclusions.length === 0) return [];
  const reasons = [...new Set(exclusions.map(({ reason }) => reason))];
  const items = reasons.map((reason) => {
    const rows = exclusions.filter((exclusion) => exclusion.reason === reason);
    const shown = view.rows ? rows : rows.slice(0, NAMES_SHOWN);
    const more = rows.length > shown.length ? ", …" : "";
    return `${counted(rows.length)} (${shown.map(({ id }) => id).join(", ")}${more}): ${reason}`;
  });
  return [
    { kind: "heading", text: "Excluded, because the evidence is doubtful" },
    { kind: "list", items },
  ];
}

function counted(rows: number): string {
  return `${rows} ${rows === 1 ? "row" : "rows"}`;
}
