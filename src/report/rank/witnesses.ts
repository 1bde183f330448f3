import type { Block, Cell } from "../document.ts";
import { AGREEMENT_COLUMNS, agreementCells } from "./agreement-columns.ts";
import type { ReversalReport, RankResult } from "./types.ts";
import { nameIn, witnessLabel } from "./view.ts";

/** What other methods say, how far they agree, why not, and which of them contradict themselves. */
export function witnesses(result: RankResult): Block[] {
  if (result.witnesses.length === 0) return [];
  const nameOf = nameIn(result);
  const rows = [
    [
      { value: "additive value" },
      {
        value: result.alternatives
          .filter(({ rank }) => rank === 1)
          .map(({ name }) => name)
          .join(", "),
      },
      { value: null },
      { value: null },
      { value: null },
      ...reversalCells(result.reversal),
    ],
    ...result.witnesses.map((witness): Cell[] => [
      ...agreementCells(witness, nameOf),
      ...reversalCells(witness.reversal),
    ]),
  ];
  const blocks: Block[] = [
    {
      kind: "heading",
      text: "Other methods: who wins, agreement with additive value, rank reversals",
    },
    {
      kind: "table",
      table: {
        columns: [
          ...AGREEMENT_COLUMNS,
          { id: "worsened", title: "Worse", type: "sum", optional: 4 },
          { id: "pairs", title: "Pairs", type: "sum", optional: 5 },
          { id: "circles", title: "Circles", type: "sum", optional: 6 },
          { id: "leftOut", title: "Left out", type: "sum", optional: 4 },
        ],
        rows,
      },
    },
  ];
  const items = result.witnesses.flatMap((witness) => {
    const label = witnessLabel(witness);
    if (witness.obstacle !== null)
      return [`${label} cannot judge this table: ${witness.obstacle}.`];
    const compromise =
      witness.compromise === null || witness.compromise.members.length < 2
        ? []
        : [
            `${label} proposes ${witness.compromise.members.map(nameOf).join(", ")} together: ${compromiseReason(witness.compromise)}.`,
          ];
    const differs =
      witness.disagreement === null ? [] : [`${label} puts ${witness.disagreement.message}`];
    return [...differs, ...compromise];
  });
  if (items.length > 0) blocks.push({ kind: "list", items });
  return [...blocks, ...reversalBlocks(result)];
}

function compromiseReason({
  acceptableAdvantage,
  acceptableStability,
}: {
  acceptableAdvantage: boolean;
  acceptableStability: boolean;
}): string {
  if (!acceptableAdvantage) return "the lead of the first is below 1/(m − 1) (C1)";
  return acceptableStability ? "both conditions hold" : "the first is best by neither S nor R (C2)";
}

function reversalCells(report: ReversalReport | null): Cell[] {
  if (report === null) return [{ value: null }, { value: null }, { value: null }, { value: null }];
  const { worsened, recombined, circles, leftOut } = report;
  return [worsened, recombined, circles, leftOut].map(({ tried, failed }) => ({
    value: `${failed}/${tried}`,
    ...(failed > 0 ? { tone: "warn" as const } : {}),
  }));
}

function reversalBlocks(result: RankResult): Block[] {
  const failures = [
    ...result.reversal.failures.map((text) => `additive value: ${text}`),
    ...result.witnesses.flatMap((witness) =>
      (witness.reversal?.failures ?? []).map((text) => `${witnessLabel(witness)}: ${text}`),
    ),
  ];
  const meaning =
    "Reversals, failures of tries: Worse = a worsened loser changes the winner; Pairs = two judged alone change places; Circles among three; Left out = others change places when one is missing.";
  const blocks: Block[] = [{ kind: "paragraph", text: meaning, tone: "muted" }];
  if (failures.length > 0) blocks.push({ kind: "list", items: failures });
  return blocks;
}
