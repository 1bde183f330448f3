import type { Cell, Column, Table } from "../document.ts";
import type { RankResult } from "./types.ts";
import { witnessLabel } from "./view.ts";

/** One record an alternative, the ranked ones first: what CSV holds. */
export function alternativesTable(result: RankResult): Table {
  const { criteria, witnesses, robustness } = result;
  const judging = witnesses.filter(({ ranks }) => ranks !== null);
  const places = new Map(robustness?.alternatives.map((id, i) => [id, i]));
  const columns: Column[] = [
    { id: "id", title: "id", type: "text" },
    { id: "name", title: "name", type: "text" },
    { id: "rank", title: "rank", type: "count" },
    { id: "score", title: "score", type: "score" },
    ...criteria.flatMap(({ id, unit }): Column[] => [
      { id, title: id, type: "quantity", unit },
      { id: `${id}.value`, title: `${id} value`, type: "score" },
      { id: `${id}.points`, title: `${id} points`, type: "score" },
    ]),
    ...judging.map((witness, k): Column => ({
      id: `witness-${k}`,
      title: `rank by ${witnessLabel(witness)}`,
      type: "count",
    })),
    { id: "first", title: "first-rank acceptability", type: "share" },
    { id: "confidence", title: "confidence factor", type: "share" },
    { id: "dominatedBy", title: "dominated by", type: "text" },
    { id: "missed", title: "limits missed", type: "text" },
  ];
  const rows = result.alternatives.map((alternative): Cell[] => {
    const at = places.get(alternative.id);
    const of = <T>(list: readonly T[] | null | undefined): T | null =>
      at === undefined ? null : (list?.[at] ?? null);
    return [
      { value: alternative.id },
      { value: alternative.name },
      { value: alternative.rank },
      { value: alternative.score },
      ...alternative.criteria.flatMap(({ value, normalised, contribution }): Cell[] => [
        { value },
        { value: alternative.feasible ? normalised : null },
        { value: alternative.feasible ? contribution : null },
      ]),
      ...judging.map(({ ranks }): Cell => ({ value: of(ranks) })),
      { value: of(robustness?.acceptability)?.[0] ?? null },
      { value: of(robustness?.confidence) },
      { value: alternative.dominatedBy.map(({ id }) => id).join(" ") },
      { value: alternative.limits.map(({ criterion }) => criterion).join(" ") },
    ];
  });
  return { columns, rows };
}
