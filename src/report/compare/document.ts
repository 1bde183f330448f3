import type { Block, Cell, Document } from "../document.ts";
import { candidatesTable, planChanges } from "./candidates.ts";
import type { ComparisonResult, PlaceChange } from "./types.ts";
import { text } from "./words.ts";

export interface ComparisonView {
  /** Every candidate that changed, also those that neither result ranks. */
  all: boolean;
}

/** Candidates shown without `--all`. */
const SHOWN = 15;
/** Changed inputs shown without `--all`. */
const INPUTS_SHOWN = 20;

/** The winner, the inputs that differ, then rank, score and main figures of the candidates that changed. */
export function comparisonDocument(result: ComparisonResult, { all }: ComparisonView): Document {
  const ranked = result.candidates.filter(({ rank }) => rank.a !== null || rank.b !== null);
  const relevant = all ? result.candidates : ranked;
  const shown = all ? relevant : relevant.slice(0, SHOWN);
  const blocks: Block[] = [
    { kind: "paragraph", text: verdict(result), tone: "strong" },
    { kind: "facts", items: sides(result) },
  ];
  blocks.push(...inputs(result, all));
  if (shown.length > 0) {
    blocks.push(
      { kind: "heading", text: "Candidates" },
      { kind: "table", table: candidatesTable(shown) },
    );
    const left = relevant.length - shown.length;
    if (left > 0) blocks.push(muted(`${left} more changed (--all lists them).`));
  }
  blocks.push(...planChanges(shown));
  const other = result.candidates.length - relevant.length;
  const counts = [
    `${result.unchanged} candidates are unchanged`,
    ...(other > 0 ? [`${other} changed that neither result ranks (--all lists them)`] : []),
  ];
  blocks.push(muted(`${counts.join("; ")}.`));
  return { blocks };
}

function verdict({ a, b, winner, candidates, workload, criteria }: ComparisonResult): string {
  if (candidates.length + workload.length + criteria.length === 0) return "Nothing changed.";
  if (winner.changed)
    return `The winner changes from ${a.winner ?? "none"} to ${b.winner ?? "none"}.`;
  return b.winner === null ? "Neither has a winner." : `${b.winner} stays the winner.`;
}

function sides({ a, b }: ComparisonResult): { label: string; value: string }[] {
  return [a, b].map((side, index) => ({
    label: index === 0 ? "A" : "B",
    value: `${side.file}: ${side.workload}, ${side.feasible} of ${side.candidates} feasible, chipselect ${side.version}`,
  }));
}

function inputs({ workload, criteria }: ComparisonResult, all: boolean): Block[] {
  const rows: PlaceChange[] = [
    ...workload,
    ...criteria.flatMap(({ id, weight, worst, best }) =>
      Object.entries({ weight, worst, best })
        .filter(([, change]) => change.a !== change.b)
        .map(([figure, change]) => ({
          path: `criterion ${id}: ${figure}`,
          a: change.a,
          b: change.b,
        })),
    ),
  ];
  if (rows.length === 0) return [];
  const shown = all ? rows : rows.slice(0, INPUTS_SHOWN);
  const blocks: Block[] = [
    { kind: "heading", text: "Inputs" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "path", title: "Input", type: "name" },
          { id: "a", title: "A", type: "sum" },
          { id: "b", title: "B", type: "sum" },
        ],
        rows: shown.map(({ path, a, b }) => [{ value: path }, cellOf(a), cellOf(b)]),
      },
    },
  ];
  if (shown.length < rows.length) {
    blocks.push(muted(`${rows.length - shown.length} more differ (--all lists them).`));
  }
  return blocks;
}

function cellOf(value: unknown): Cell {
  return { value: text(value) };
}

function muted(text: string): Block {
  return { kind: "paragraph", text, tone: "muted" };
}
