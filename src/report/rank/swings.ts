import type { Block, Cell, Column } from "../document.ts";
import type { RankResult, RobustnessReport } from "./types.ts";
import { nameIn, type RankView } from "./view.ts";

/** Swings of the lead without `all`. */
const SWINGS_SHOWN = 5;

/** What the lead of the winner depends on most. */
export function swings(result: RankResult, { tornado }: RobustnessReport, view: RankView): Block[] {
  if (tornado.length === 0) return [];
  const nameOf = nameIn(result);
  const titleOf = (id: string): string =>
    result.criteria.find((each) => each.id === id)?.title ?? id;
  const winner = result.recommendation === null ? "" : nameOf(result.recommendation.id);
  const rows = (view.all ? tornado : tornado.slice(0, SWINGS_SHOWN)).map(
    ({ of, low, high }): Cell[] => [
      {
        value:
          "sharedError" in of
            ? `all by ${of.sharedError}`
            : `${titleOf(of.criterion)} of ${nameOf(of.alternative)}`,
      },
      leadCell(low),
      leadCell(high),
    ],
  );
  const columns: Column[] = [
    { id: "what", title: "What varies", type: "name" },
    { id: "low", title: "At its low end", type: "sum" },
    { id: "high", title: "At its high end", type: "sum" },
  ];
  return [
    {
      kind: "heading",
      text: `What matters most: lead of ${winner} at both ends of one 80 % interval`,
    },
    { kind: "table", table: { columns, rows } },
  ];
}

function leadCell(lead: number): Cell {
  const text = `${lead < 0 ? "−" : "+"}${Math.abs(lead).toFixed(3)}`;
  return lead < 0 ? { value: `${text}, loses`, tone: "warn" } : { value: text };
}
