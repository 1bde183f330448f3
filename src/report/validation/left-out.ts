import type { ValidationResult } from "../../validation/types.ts";
import type { Block } from "../document.ts";
import { EXCLUDED_NAMED, REASONS_SHOWN, type ValidationView } from "./view.ts";

/** Why rows have no prediction, the most frequent reason first. */
export function skippedBlocks({ skipReasons }: ValidationResult, view: ValidationView): Block[] {
  if (skipReasons.length === 0) return [];
  const sorted = skipReasons.toSorted((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  const shown = view.rows ? sorted : sorted.slice(0, REASONS_SHOWN);
  const items = shown.map(({ rows, reason }) => `${counted(rows)}: ${reason}`);
  const hidden = sorted.slice(shown.length);
  if (hidden.length > 0) {
    const rows = hidden.reduce((sum, reason) => sum + reason.rows, 0);
    items.push(`${counted(rows)} for ${hidden.length} rarer reasons; --rows lists them`);
  }
  return [
    { kind: "heading", text: "Skipped" },
    { kind: "list", items },
  ];
}

/** Rows whose evidence is doubtful, by reason in the order of the list. */
export function excludedBlocks({ exclusions }: ValidationResult, view: ValidationView): Block[] {
  if (exclusions.length === 0) return [];
  const reasons = [...new Set(exclusions.map(({ reason }) => reason))];
  const items = reasons.map((reason) => {
    const rows = exclusions.filter((exclusion) => exclusion.reason === reason);
    const shown = view.rows ? rows : rows.slice(0, EXCLUDED_NAMED);
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
