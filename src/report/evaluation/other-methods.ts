import type { Block } from "../document.ts";
import { AGREEMENT_COLUMNS, agreementCells } from "../rank/agreement-columns.ts";
import { witnessLabel } from "../rank/view.ts";
import type { EvaluationResult } from "../types.ts";

/** Who wins by other methods, how far they agree with the score, and what makes the difference; nothing where nobody asked. */
export function otherMethods({ candidates, witnesses = [] }: EvaluationResult): Block[] {
  if (witnesses.length === 0) return [];
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const rows = witnesses.map((witness) => agreementCells(witness, (id) => names.get(id) ?? id));
  const notes = witnesses.flatMap((witness) => {
    const label = witnessLabel(witness);
    if (witness.obstacle !== null) return [`${label} cannot judge these: ${witness.obstacle}.`];
    return witness.disagreement?.aboutTheWinner === true
      ? [`${label} puts ${witness.disagreement.message}`]
      : [];
  });
  return [
    { kind: "heading", text: "Other methods: who wins, agreement with the score" },
    { kind: "table", table: { columns: AGREEMENT_COLUMNS, rows } },
    ...(notes.length > 0 ? [{ kind: "list" as const, items: notes }] : []),
  ];
}
