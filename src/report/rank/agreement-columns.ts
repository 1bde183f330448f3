import type { Cell, Column } from "../document.ts";
import type { Witness } from "./types.ts";
import { witnessLabel } from "./view.ts";

/** A method, who wins by it, and how far it agrees with the score. */
export const AGREEMENT_COLUMNS: readonly Column[] = [
  { id: "method", title: "Method", type: "text" },
  { id: "winner", title: "Winner", type: "name" },
  { id: "kendall", title: "Kendall", type: "sum", optional: 1 },
  { id: "spearman", title: "Spearman", type: "sum", optional: 3 },
  { id: "ws", title: "WS", type: "sum", optional: 2 },
];

export function agreementCells(witness: Witness, nameOf: (id: string) => string): Cell[] {
  const { winners, agreement } = witness;
  return [
    { value: witnessLabel(witness) },
    { value: winners.length === 0 ? null : winners.map(nameOf).join(", ") },
    { value: agreement?.kendall?.toFixed(2) ?? null },
    { value: agreement?.spearman?.toFixed(2) ?? null },
    { value: agreement?.ws.toFixed(2) ?? null },
  ];
}
