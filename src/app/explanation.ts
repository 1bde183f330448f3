import type { Decision, RankedCandidate } from "../decision/decision.ts";
import { NEAR_TIE } from "../decision/rank.ts";
import type { Candidate, Recommendation, WaterfallStep } from "../report/types.ts";
import { listed } from "../units/listed.ts";
import type { Names } from "./reasons.ts";

/** Criteria named on each side of the comparison of the first two. */
const NAMED = 3;
/** Differences smaller than this are left out of the sentence. */
const SMALL = 0.001;
/** Places of the ranking whose order is looked at. */
const PLACES = 6;

export type Explanation = Required<
  Pick<
    Recommendation,
    "explanation" | "waterfall" | "looseOrder" | "tolerance" | "nearTies" | "missing"
  >
>;

/** What a person would say about the first places, and the figures behind it. */
export function explain(
  decision: Decision,
  candidates: readonly Candidate[],
  names: Names,
): Explanation {
  const { ranking } = decision;
  const waterfall = waterfallOf(ranking);
  const looseOrder = looseNeighbours(ranking);
  const [first, second] = ranking;
  const because =
    first === undefined || second === undefined
      ? []
      : [becauseOf(names.candidate(first.id), names.candidate(second.id), waterfall, names)];
  return {
    explanation: [
      ...because,
      ...looseOrder.map(
        ({ ranks: [above, below], difference }) =>
          `The order of places ${above} and ${below} is not firm: ${points(difference)} apart.`,
      ),
    ],
    waterfall,
    looseOrder,
    tolerance: NEAR_TIE,
    nearTies: decision.recommendation?.nearTies ?? [],
    missing: missingOf(candidates, names),
  };
}

function waterfallOf([first, second]: readonly RankedCandidate[]): readonly WaterfallStep[] {
  if (first === undefined || second === undefined) return [];
  return first.criteria.flatMap(({ id, weight, contribution }, index): WaterfallStep[] => {
    if (weight === 0) return [];
    const other = second.criteria[index]?.contribution ?? 0;
    return [
      { criterion: id, first: contribution, second: other, difference: contribution - other },
    ];
  });
}

/** Neighbours among the first places that a small error would swap. */
function looseNeighbours(ranking: readonly RankedCandidate[]): Explanation["looseOrder"] {
  return ranking.slice(0, PLACES - 1).flatMap((above, index) => {
    const below = ranking[index + 1];
    if (below === undefined || below.dominatedBy === above.id) return [];
    const difference = above.score - below.score;
    if (difference >= NEAR_TIE) return [];
    return [
      {
        ids: [above.id, below.id] as const,
        ranks: [above.rank, below.rank] as const,
        difference,
      },
    ];
  });
}

function becauseOf(
  first: string,
  second: string,
  waterfall: readonly WaterfallStep[],
  names: Names,
): string {
  const sorted = waterfall.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const told = (steps: readonly WaterfallStep[]): string =>
    listed(
      steps
        .slice(0, NAMED)
        .map(
          ({ criterion, difference }) => `${names.criterion(criterion)} (${signed(difference)})`,
        ),
    );
  const gains = sorted.filter(({ difference }) => difference > SMALL);
  const losses = sorted.filter(({ difference }) => difference < -SMALL);
  if (gains.length === 0) return `${first} and ${second} are worth the same on every criterion.`;
  const spite = losses.length === 0 ? "" : `, in spite of ${told(losses)}`;
  return `${first} beats ${second} by ${told(gains)}${spite}.`;
}

/** What nobody has measured, published or checked of the winner, and figures that the first two lack. */
function missingOf(candidates: readonly Candidate[], names: Names): readonly string[] {
  const [winner, second] = [1, 2].map((rank) => candidates.find((each) => each.rank === rank));
  if (winner === undefined) return [];
  const { estimated, verified } = winner.evidence;
  const lacking = [winner, ...(second === undefined ? [] : [second])].flatMap((candidate) =>
    candidate.criteria
      .filter(({ value, weight }) => value === null && weight > 0)
      .map(({ id, notes = [] }) =>
        [`${candidate.name} counts as the worst on ${names.criterion(id)}.`, ...notes].join(" "),
      ),
  );
  return [
    ...(estimated.length > 0
      ? [`Estimated, because not published for ${winner.name}: ${estimated.join(", ")}.`]
      : []),
    ...(verified ? [] : [`The figures of ${winner.name} were not checked against its datasheet.`]),
    ...(winner.intervals === undefined || Object.keys(winner.intervals).length === 0
      ? [
          `Nothing like ${winner.name} on this kind of work was measured: its times have no interval.`,
        ]
      : []),
    ...lacking,
  ];
}

function points(difference: number): string {
  return difference < 0.001 ? "less than 0.001 points" : `${difference.toFixed(3)} points`;
}

function signed(difference: number): string {
  return `${difference < 0 ? "-" : "+"}${Math.abs(difference).toFixed(3)}`;
}
