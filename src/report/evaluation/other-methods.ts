import type { Block, Cell } from "../document.ts";
import { witnessLabel } from "../rank/view.ts";
import type { EvaluationResult } from "../types.ts";

/** Who wins by other methods, how far they agree with the score, and what makes the difference; nothing where nobody asked. */
export function otherMethods({ candidates, witnesses = [] }: EvaluationResult): Block[] {
  if (witnesses.length === 0) return [];
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const rows = witnesses.map((witness): Cell[] => [
    { value: witnessLabel(witness) },
    { value: witness.winners.map((id) => names.get(id) ?? id).join(", ") || null },
    { value: witness.agreement?.kendall?.toFixed(2) ?? null },
    { value: witness.agreement?.spearman?.toFixed(2) ?? null },
    { value: witness.agreement?.ws.toFixed(2) ?? null },
  ]);
  const notes = witnesses.flatMap((witness) => {
    const label = witnessLabel(witness);
    if (witness.obstacle !== null) return [`${label} cannot judge these: ${witness.obstacle}.`];
    return witness.disagreement?.aboutTheWinner === true
      ? [`${label} puts ${witness.disagreement.message}`]
      : [];
  });
  return [
    { kind: "heading", text: "Other methods: who wins, agreement with the score" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "method", title: "Method", type: "text" },
          { id: "winner", title: "Winner", type: "name" },
          { id: "kendall", title: "Kendall", type: "sum", optional: 1 },
          { id: "spearman", title: "Spearman", type: "sum", optional: 3 },
          { id: "ws", title: "WS", type: "sum", optional: 2 },
        ],
        rows,
      },
    },
    ...(notes.length > 0 ? [{ kind: "list" as const, items: notes }] : []),
  ];
}
