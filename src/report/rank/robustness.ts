import type { Block, Cell, Column } from "../document.ts";
import { significant } from "../figures.ts";
import { swings } from "./swings.ts";
import type { RankResult, RobustnessReport } from "./types.ts";
import { ranked, RANKS_SHOWN, shownOf, type RankView } from "./view.ts";

/** Alternatives of which each pair is compared without `all`. */
const COMPARED_SHOWN = 6;

/** SMAA-2: how often each rank comes up, with which weights, and how sure that is. */
export function robustness(result: RankResult, view: RankView): Block[] {
  const { robustness: report } = result;
  if (report === null) return [];
  const order = ranked(result).map(({ id, name }) => ({
    name,
    at: report.alternatives.indexOf(id),
  }));
  const shown = shownOf(order, view);
  const compared = view.all ? order : order.slice(0, COMPARED_SHOWN);
  const blocks: Block[] = [
    { kind: "heading", text: "How firm it is (SMAA-2)" },
    { kind: "paragraph", text: drawnText(report), tone: "muted" },
    { kind: "table", table: acceptabilityTable(report, shown, view) },
  ];
  const firsts = shown.filter(({ at }) => (report.central[at] ?? null) !== null);
  if (firsts.length > 0 && result.criteria.length > 1) {
    blocks.push(
      { kind: "heading", text: "Central weights: the typical weights with which each is first" },
      { kind: "table", table: centralTable(result, report, firsts) },
    );
  }
  if (compared.length > 1) {
    blocks.push(
      { kind: "heading", text: "Pairs: how often the row beats the column" },
      { kind: "table", table: pairwiseTable(report, compared) },
    );
  }
  return [...blocks, ...swings(result, report, view)];
}

interface Placed {
  name: string;
  at: number;
}

function drawnText(report: RobustnessReport): string {
  const { draws, seed, standardError, weights, sampler, uncertainFigures, sharedErrors } = report;
  const figures =
    uncertainFigures === 0
      ? "The figures are taken as certain."
      : `${uncertainFigures} figures vary within their uncertainty${sharedErrors.length === 0 ? "" : `, together by ${sharedErrors.join(", ")}`}.`;
  const bits = report.rankingEntropy ?? null;
  const spread =
    bits === null || report.alternatives.length < 2
      ? ""
      : ` Ranking entropy ${significant(bits, 2)} bits.`;
  return `${draws} draws, seed ${seed}, over ${weights} (${sampler}). ${figures} Standard error of a share at most ${significant(standardError * 100, 2)} %.${spread}`;
}

function acceptabilityTable(report: RobustnessReport, shown: readonly Placed[], view: RankView) {
  const m = report.alternatives.length;
  const ranks = view.all ? m : Math.min(m, RANKS_SHOWN);
  const columns: Column[] = [
    { id: "name", title: "Alternative", type: "name" },
    ...Array.from({ length: ranks }, (_, rank): Column => ({
      id: `rank-${rank + 1}`,
      title: `Rank ${rank + 1}`,
      type: "share",
      optional: rank,
    })),
    { id: "confidence", title: "Confidence", type: "share" },
  ];
  const rows = shown.map(({ name, at }): Cell[] => [
    { value: name },
    ...Array.from({ length: ranks }, (_, rank): Cell => ({
      value: report.acceptability[at]?.[rank] ?? null,
    })),
    { value: report.confidence[at] ?? null },
  ]);
  return { columns, rows };
}

function centralTable(
  { criteria }: RankResult,
  report: RobustnessReport,
  shown: readonly Placed[],
) {
  const columns: Column[] = [
    { id: "name", title: "Alternative", type: "name" },
    ...criteria.map(({ id, title }, j): Column => ({
      id,
      title,
      type: "share",
      shortensTitle: true,
      optional: j,
    })),
  ];
  const rows = shown.map(({ name, at }): Cell[] => [
    { value: name },
    ...criteria.map((_, j): Cell => ({ value: report.central[at]?.[j] ?? null })),
  ]);
  return { columns, rows };
}

function pairwiseTable({ pairwise }: RobustnessReport, shown: readonly Placed[]) {
  const columns: Column[] = [
    { id: "name", title: "Alternative", type: "name" },
    ...shown.map(({ name }, k): Column => ({
      id: `against-${k}`,
      title: name,
      type: "share",
      shortensTitle: true,
      optional: k,
    })),
  ];
  const rows = shown.map((row): Cell[] => [
    { value: row.name },
    ...shown.map(({ at }): Cell => ({
      value: at === row.at ? null : (pairwise[row.at]?.[at] ?? null),
    })),
  ]);
  return { columns, rows };
}
