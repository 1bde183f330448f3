import type { Block, Cell, Column } from "../document.ts";
import { significant } from "../figures.ts";
import type { RankResult } from "./types.ts";
import { nameIn } from "./view.ts";

/** The weights, how far each may move, and what the spread of the data would make of them. */
export function weights(result: RankResult): Block[] {
  const { criteria, weights: how, recommendation } = result;
  const judged = how.comparison.filter((each) => each.weights !== null);
  const winner = recommendation === null ? "" : nameIn(result)(recommendation.id);
  const columns: Column[] = [
    { id: "criterion", title: "Criterion", type: "name" },
    { id: "weight", title: "Weight", type: "share" },
    { id: "lowest", title: "From", type: "share" },
    { id: "highest", title: "To", type: "share" },
    ...judged.map(({ id }, k): Column => ({
      id: `data-${k}`,
      title: id,
      type: "share",
      optional: k + 1,
    })),
  ];
  const rows = criteria.map((criterion, j): Cell[] => [
    { value: criterion.title },
    { value: criterion.weight },
    { value: criterion.interval?.lowest ?? null },
    { value: criterion.interval?.highest ?? null },
    ...judged.map((each): Cell => ({ value: each.weights?.[j] ?? null })),
  ]);
  const meaning = `From and To: as far as each weight may move, the others rescaled, ${winner} stays first.`;
  const blocks: Block[] = [
    { kind: "heading", text: how.title },
    ...(winner === "" ? [] : [{ kind: "paragraph", text: meaning, tone: "muted" } as const]),
    { kind: "table", table: { columns, rows } },
  ];
  const items = [...consistencyItems(result), ...comparisonItems(result)];
  if (items.length > 0) blocks.push({ kind: "list", items });
  return blocks;
}

function consistencyItems({ weights: { consistency } }: RankResult): string[] {
  if (consistency === null) return [];
  if (consistency.kind === "ahp") {
    const { consistencyRatio: ratio, randomIndex, lambdaMax } = consistency;
    const said = ratio === null ? "not known" : ratio.toFixed(3);
    return [
      `Consistency ratio ${said} (random index: ${randomIndex}, λmax ${significant(lambdaMax, 4)}); above 0.1 the comparisons contradict each other.`,
    ];
  }
  const { deviation, consistencyRatio, inputConsistencyRatio, model } = consistency;
  const ratio =
    consistencyRatio === null ? "" : `, consistency ratio ${consistencyRatio.toFixed(3)}`;
  return [
    `Best-worst, ${model} model: deviation ξ ${deviation.toFixed(3)}${ratio}; contradiction of the answers themselves ${inputConsistencyRatio.toFixed(3)}. 0 is free of contradiction.`,
  ];
}

function comparisonItems(result: RankResult): string[] {
  const { comparison } = result.weights;
  const nameOf = nameIn(result);
  const obstacles = comparison.flatMap(({ id, obstacle }) =>
    obstacle === null ? [] : [`${id} weights cannot be had: ${obstacle}.`],
  );
  const winners = comparison.flatMap(({ id, winner }) =>
    winner === null ? [] : [`${nameOf(winner)} (${id})`],
  );
  if (winners.length === 0) return obstacles;
  return [
    `Weights from the data measure how the alternatives spread, not what you want. With them the first would be ${winners.join(", ")}.`,
    ...obstacles,
  ];
}

export function doubleCounting({ doubleCounting: pairs }: RankResult): Block[] {
  if (pairs.length === 0) return [];
  return [
    { kind: "heading", text: "Criteria that may count twice" },
    { kind: "list", items: pairs.map(({ message }) => message) },
  ];
}
