import type { Block, Cell, Column } from "../document.ts";
import { significant } from "../figures.ts";
import type { MissedLimit, RankedAlternative, RankResult } from "./types.ts";
import { nameIn, ranked, shownOf, type RankView } from "./view.ts";

/** Of weights, and of figures. */
const FLIPS_SHOWN = 3;

/** The verdict in one sentence, how close it is, and what would change it. */
export function verdict(result: RankResult): Block[] {
  const { recommendation: chosen, alternatives, matrix } = result;
  const left = ranked(result).length;
  const all = `${alternatives.length} alternative${alternatives.length === 1 ? "" : "s"}`;
  const counts = `${matrix.name}: ${all} considered, ${left} ${left === 1 ? "meets" : "meet"} every limit.`;
  if (chosen === null) {
    return [
      { kind: "paragraph", text: "No alternative meets every limit.", tone: "strong" },
      { kind: "paragraph", text: counts, tone: "muted" },
    ];
  }
  const behind =
    chosen.second === null || chosen.margin === null
      ? ""
      : ` The second, ${nameIn(result)(chosen.second)}, is ${points(chosen.margin)} behind.`;
  const near = chosen.nearTies.map(nameIn(result));
  const ties = near.length === 0 ? "" : ` Too close to the first to call: ${near.join(", ")}.`;
  const blocks: Block[] = [
    { kind: "paragraph", text: chosen.sentence, tone: "strong" },
    { kind: "paragraph", text: `${counts}${behind}${ties}`, tone: "muted" },
  ];
  const flips = [
    ...chosen.flips.slice(0, FLIPS_SHOWN),
    ...chosen.figureFlips.slice(0, FLIPS_SHOWN).map(({ message }) => message),
  ];
  if (flips.length > 0) blocks.push({ kind: "list", items: flips });
  return blocks;
}

function points(margin: number): string {
  return margin < 0.0005 ? "less than 0.001 points" : `${margin.toFixed(3)} points`;
}

/** Rank and score, the ranks of the witnesses beside them, and how often the alternative is first under other weights. */
export function ranking(result: RankResult, view: RankView): Block[] {
  const all = ranked(result);
  if (all.length === 0) return [];
  const judging = result.witnesses.filter(({ ranks }) => ranks !== null);
  const places = new Map(result.robustness?.alternatives.map((id, i) => [id, i]));
  const columns: Column[] = [
    { id: "rank", title: "#", type: "count" },
    { id: "name", title: "Alternative", type: "name" },
    { id: "score", title: "Score", type: "score" },
    ...judging.map(({ method }, k): Column => ({
      id: `witness-${k}`,
      title: method,
      type: "count",
      optional: k + 2,
    })),
    { id: "first", title: "First", type: "share", optional: 1 },
    { id: "confidence", title: "Confidence", type: "share", optional: 1 },
  ];
  const rows = shownOf(all, view).map((alternative): Cell[] => {
    const at = places.get(alternative.id) ?? 0;
    return [
      { value: alternative.rank },
      alternative.rank === 1
        ? { value: alternative.name, tone: "strong" }
        : { value: alternative.name },
      { value: alternative.score },
      ...judging.map(({ ranks }): Cell => ({ value: ranks?.[at] ?? null })),
      { value: result.robustness?.acceptability[at]?.[0] ?? null },
      { value: result.robustness?.confidence[at] ?? null },
    ];
  });
  const blocks: Block[] = [
    { kind: "heading", text: "Ranking by additive value, and the rank under other methods" },
    { kind: "table", table: { columns, rows } },
  ];
  const hidden = all.length - rows.length;
  if (hidden > 0) {
    blocks.push({ kind: "paragraph", text: `${hidden} more (--all lists them).`, tone: "muted" });
  }
  return blocks;
}

/** Alternatives that miss a limit, the nearest first. */
export function excluded(result: RankResult): Block[] {
  const out = result.alternatives.filter(({ feasible }) => !feasible);
  if (out.length === 0) return [];
  const items = out
    .toSorted((a, b) => worstShare(a) - worstShare(b))
    .map(
      ({ name, limits }) =>
        `${name}: ${limits.map((limit) => missedText(limit, result)).join("; ")}`,
    );
  return [
    { kind: "heading", text: "Left out by a hard limit" },
    { kind: "list", items },
  ];
}

function worstShare({ limits }: RankedAlternative): number {
  return Math.max(...limits.map(({ share }) => share ?? Infinity));
}

function missedText(
  { criterion, kind, limit, value, shortfall, share }: MissedLimit,
  { criteria }: RankResult,
): string {
  const { title = criterion, unit = "" } = criteria.find(({ id }) => id === criterion) ?? {};
  const bound = `${kind === "min" ? "at least" : "at most"} ${written(limit, unit)} allowed`;
  if (value === null || shortfall === null) return `${title} is unknown, ${bound}`;
  const by = share === null ? written(shortfall, unit) : `${significant(share * 100, 2)} %`;
  return `${title} ${written(value, unit)}, ${bound}: misses by ${by}`;
}

function written(figure: number, unit: string): string {
  return `${significant(figure)} ${unit}`.trim();
}

/** Who is nowhere worse and somewhere better than whom. */
export function dominance(result: RankResult): Block[] {
  const nameOf = nameIn(result);
  const items = ranked(result).flatMap(({ name, dominatedBy }) => {
    const [by] = dominatedBy;
    if (by === undefined) return [];
    const others = dominatedBy.length - 1;
    const also =
      others === 0 ? "" : `, and so ${others === 1 ? "does one other" : `do ${others} others`}`;
    const where = by.strict
      ? "on every criterion"
      : `on ${by.better.join(", ")}, and is nowhere worse`;
    return [`${nameOf(by.id)} beats ${name} ${where}${also}.`];
  });
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: "Dominated" },
    { kind: "list", items },
  ];
}
