import type { Method } from "../decision/methods/method.ts";
import type { FigureFlip } from "../decision/robustness/figure-flips.ts";
import type { Correlated } from "../decision/robustness/double-counting.ts";
import type { Disagreement } from "../decision/robustness/disagreement.ts";
import type { ReversalTests } from "../decision/robustness/rank-reversal.ts";
import { describeNumber } from "../report/figures.ts";
import type { RankedCriterion, RankRecommendation, ReversalReport } from "../report/rank/types.ts";
import type { RankProblem } from "./rank-problem.ts";

type Names = Pick<RankProblem, "alternatives" | "criteria">;

const nameOf = ({ alternatives }: Names, index: number): string => alternatives[index]?.name ?? "";

/** The sentence that a person would say. */
export function recommendationSentence(
  name: string,
  second: string | null,
  about: {
    lead: RankRecommendation["lead"];
    criteria: readonly RankedCriterion[];
    /** Too close to call. */
    near: boolean;
    /** All that were considered, with those that miss a limit. */
    considered: number;
  },
): string {
  if (second === null) {
    const why = about.considered === 1 ? "" : " that meets every limit";
    return `${name} is the only alternative${why}.`;
  }
  const titleOf = (id: string): string =>
    about.criteria.find((criterion) => criterion.id === id)?.title ?? id;
  const most = about.lead.find(({ difference }) => difference > 0);
  const against = about.lead.find(({ difference }) => difference < 0);
  if (most === undefined) return `${name} and ${second} score the same.`;
  const but = against === undefined ? "" : `; ${second} is better on ${titleOf(against.criterion)}`;
  const verb = about.near ? "is narrowly ahead of" : "wins, ahead of";
  return `${name} ${verb} ${second} mainly by ${titleOf(most.criterion)}${but}.`;
}

/** Weights at which another one wins, the nearest first. */
export function weightFlips(
  criteria: readonly RankedCriterion[],
  total: number,
  nameOf: (id: string) => string,
): string[] {
  return criteria
    .flatMap(({ title, weight, interval }) => {
      if (interval === null || total === 0) return [];
      const now = weight / total;
      const flip = (winner: string | null, at: number, verb: string) => {
        if (winner === null) return [];
        const text = `${nameOf(winner)} wins when the weight of ${title} ${verb} ${share(at)} (now ${share(now)}).`;
        return [{ distance: Math.abs(at - now), text }];
      };
      return [
        ...flip(interval.below, interval.lowest, "falls below"),
        ...flip(interval.above, interval.highest, "rises above"),
      ];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ text }) => text);
}

export function figureFlipSentence(
  { alternative, criterion, from, to, winner }: FigureFlip,
  problem: Names,
): string {
  const { title = "", unit = "" } = problem.criteria[criterion] ?? {};
  const verb = to > from ? "rises above" : "falls below";
  return `${nameOf(problem, winner)} wins when ${title} of ${nameOf(problem, alternative)} ${verb} ${describeNumber(to, unit)} (now ${describeNumber(from, unit)}).`;
}

export function correlationSentence(
  { a, b, correlation }: Correlated,
  { criteria, alternatives }: Names,
): string {
  const [one, other] = [criteria[a]?.title ?? "", criteria[b]?.title ?? ""];
  const figure = `${correlation.toFixed(2).replace("-", "−")} over ${alternatives.length} alternatives`;
  return correlation > 0
    ? `${one} and ${other} rise and fall together (correlation ${figure}): they may count the same thing twice.`
    : `${one} and ${other} go against each other (correlation ${figure}): between these alternatives they are one trade-off.`;
}

export function disagreementSentence(
  { ahead, behind, criterion, standardShare, witnessShare }: Disagreement,
  method: Method,
  problem: Names,
): string {
  const [one, other] = [nameOf(problem, ahead), nameOf(problem, behind)];
  const title = problem.criteria[criterion]?.title ?? "";
  const says = (part: number): string => `${share(Math.abs(part))} for ${part >= 0 ? one : other}`;
  return `${other} before ${one}: it ${method.differs}. ${title} makes the difference: of all that sets the two apart it is ${says(standardShare)} in the additive values and ${says(witnessShare)} here.`;
}

/** Counts of the tests, and the first failure of each as a sentence. */
export function reversalReport(tests: ReversalTests, problem: Names): ReversalReport {
  const name = (index: number): string => nameOf(problem, index);
  const [worsened] = tests.worsened.failures;
  const [circle] = tests.circles.failures;
  const [recombined] = tests.recombined.failures;
  const [leftOut] = tests.leftOut.failures;
  const failures = [];
  if (worsened !== undefined) {
    failures.push(
      `When ${name(worsened.alternative)}, which is not best, gets ${share(worsened.share)} worse on every criterion, ${name(worsened.best)} becomes the best.`,
    );
  }
  if (circle !== undefined) {
    const [a, b, c] = circle.alternatives.map(name);
    failures.push(`Judged in pairs ${a} beats ${b}, ${b} beats ${c}, and ${c} beats ${a}.`);
  }
  if (recombined !== undefined) {
    const { better, worse } = recombined;
    failures.push(
      `${name(better)} is before ${name(worse)} in the whole, but behind when the two are judged alone.`,
    );
  }
  if (leftOut !== undefined) {
    const { alternative, better, worse } = leftOut;
    failures.push(`Without ${name(alternative)}, ${name(worse)} passes ${name(better)}.`);
  }
  const counted = ({
    tried,
    failures: failed,
  }: {
    tried: number;
    failures: readonly unknown[];
  }) => ({
    tried,
    failed: failed.length,
  });
  return {
    worsened: counted(tests.worsened),
    circles: counted(tests.circles),
    recombined: counted(tests.recombined),
    leftOut: counted(tests.leftOut),
    failures,
  };
}

/** Three figures, so that 59.9 % does not read like the 60 % that it is compared with. */
function share(of: number): string {
  return `${Number((of * 100).toPrecision(3))} %`;
}
