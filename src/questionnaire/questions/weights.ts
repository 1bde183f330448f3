import { isMapping, type Mapping } from "../../input/mapping.ts";
import { valueAt, withValue } from "../document.ts";
import { answered, asText, question } from "../make-question.ts";
import type { Question, Situation } from "../question.ts";
import { pairwiseWeights, type PairwiseWeights } from "../weights/pairwise.ts";

const PATH = ["preferences", "weights"] as const;
/** Six criteria would already be fifteen comparisons. */
const MOST_COMPARED = 5;
/** Saaty's scale: how many times as much the first counts as the second. */
const RATIOS = ["9", "7", "5", "3", "1", "1/3", "1/5", "1/7", "1/9"] as const;

type Weights = Readonly<Record<string, number>>;

/** Weight of every criterion as the workload has it. */
function weightsOf({ document, facts }: Situation): Weights {
  const written = valueAt(document, PATH);
  return Object.fromEntries(
    facts.names.criteria.map((id) => {
      const weight = isMapping(written) ? written[id] : undefined;
      return [id, typeof weight === "number" ? weight : 0];
    }),
  );
}

/** Criteria that the scenario weighs at all, heaviest first. */
function weighed(situation: Situation): string[] {
  return Object.entries(weightsOf(situation))
    .filter(([, weight]) => weight > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => id);
}

const METHOD = question({
  text: "weights",
  kind: "choice",
  stage: "weights",
  values: ["keep", "sliders", "swing", "pairwise"],
  default: () => "keep",
  write: (document) => document,
});

const by =
  (method: string) =>
  (situation: Situation): boolean =>
    answered(METHOD, situation) === method;

const SLIDERS = question({
  id: "weights.values",
  text: "weightValues",
  kind: "sliders",
  stage: "weights",
  path: PATH,
  when: by("sliders"),
  choices: ({ facts }) => facts.names.criteria.map((value) => ({ value, name: null })),
  default: weightsOf,
  fault: (answer, { facts }) => sliderFault(answer, facts.names.criteria),
  write: (document, answer) => withValue(document, PATH, answer),
});

function sliderFault(answer: unknown, criteria: readonly string[]): ReturnType<Question["fault"]> {
  const entries = Object.entries(isMapping(answer) ? answer : {});
  const unknown = entries.find(([id]) => !criteria.includes(id));
  if (unknown !== undefined) return { key: "notOffered", values: { value: unknown[0] } };
  const right = entries.every(([, value]) => typeof value === "number" && value >= 0);
  return right && entries.some(([, value]) => Number(value) > 0)
    ? null
    : { key: "numbers", values: {} };
}

const MOST = question({
  id: "weights.most",
  text: "swingMost",
  kind: "choice",
  stage: "weights",
  when: by("swing"),
  choices: (situation) => weighed(situation).map((value) => ({ value, name: null })),
  default: (situation) => weighed(situation)[0] ?? null,
  write: (document) => document,
});

/**
 * Questions about weights for the criteria that the scenario weighs. Swing weights: the improvement that is worth most is
 * 100 points, each other one is judged against it (von Winterfeldt and Edwards, Decision Analysis and Behavioral Research,
 * 1986). Pairwise: Saaty's comparisons.
 */
export function weightQuestions(situation: Situation): readonly Question[] {
  const criteria = weighed(situation);
  const most = situation.answers.get(MOST.id) ?? criteria[0] ?? "";
  const first = asText(most);
  return [
    METHOD,
    SLIDERS,
    MOST,
    ...criteria.filter((id) => id !== first).map((id) => pointsQuestion(id, first)),
    ...pairs(criteria).map(([a, b]) => comparisonQuestion(a, b)),
  ];
}

function pointsQuestion(criterion: string, most: string): Question {
  return question({
    id: `weights.points.${criterion}`,
    text: "swingPoints",
    names: { criterion, most },
    kind: "text",
    stage: "weights",
    when: by("swing"),
    default: (situation) => {
      const weights = weightsOf(situation);
      const share = (weights[criterion] ?? 0) / (weights[most] ?? 1);
      return String(Math.min(100, Math.round(100 * share)));
    },
    fault: (answer) => {
      const right = /^\d{1,3}(?:\.\d+)?$/u.test(asText(answer)) && Number(answer) <= 100;
      return right ? null : { key: "points", values: {} };
    },
    write: (document) => document,
  });
}

function comparisonQuestion(a: string, b: string): Question {
  return question({
    id: `weights.compare.${a}.${b}`,
    text: "comparison",
    names: { first: a, second: b },
    kind: "choice",
    stage: "weights",
    when: by("pairwise"),
    values: RATIOS,
    default: (situation) => {
      const weights = weightsOf(situation);
      return nearestRatio((weights[a] ?? 1) / (weights[b] ?? 1));
    },
    write: (document) => document,
  });
}

function pairs(criteria: readonly string[]): [string, string][] {
  const compared = criteria.slice(0, MOST_COMPARED);
  return compared.flatMap((a, i) => compared.slice(i + 1).map((b): [string, string] => [a, b]));
}

function nearestRatio(ratio: number): string {
  const distance = (text: string): number => Math.abs(Math.log(ratioOf(text) / ratio));
  return RATIOS.toSorted((x, y) => distance(x) - distance(y))[0] ?? "1";
}

function ratioOf(text: string): number {
  const [top, bottom = "1"] = text.split("/");
  return Number(top) / Number(bottom);
}

/** Puts the weights in that points or comparisons give; the document as it is for the other methods. */
export function withElicitedWeights(situation: Situation): Mapping {
  const method = answered(METHOD, situation);
  if (method === "swing") {
    return withValue(situation.document, PATH, swingWeights(situation));
  }
  const compared = method === "pairwise" ? comparedWeights(situation) : null;
  return compared === null
    ? situation.document
    : withValue(situation.document, PATH, compared.weights);
}

function swingWeights(situation: Situation): Weights {
  const most = situation.answers.get(MOST.id) ?? MOST.default(situation);
  const first = asText(most);
  const points = weighed(situation).map((id) => {
    const answer = id === first ? "100" : answered(pointsQuestion(id, first), situation);
    return [id, Number(answer)] as const;
  });
  return Object.fromEntries(points);
}

/**
 * Weights from the comparisons, in per cent with one digit. Criteria that are not compared keep the share that the
 * scenario gives them. Null where there is nothing to compare.
 */
export function comparedWeights(
  situation: Situation,
): { weights: Weights; outcome: PairwiseWeights; criteria: readonly string[] } | null {
  const all = weightsOf(situation);
  const criteria = weighed(situation).slice(0, MOST_COMPARED);
  if (criteria.length < 2) return null;
  const outcome = pairwiseWeights(
    criteria.length,
    pairs(criteria).map(([a, b]) => ({
      first: criteria.indexOf(a),
      second: criteria.indexOf(b),
      ratio: ratioOf(asText(answered(comparisonQuestion(a, b), situation))),
    })),
  );
  const total = Object.values(all).reduce((sum, weight) => sum + weight, 0);
  const shared = criteria.reduce((sum, id) => sum + (all[id] ?? 0), 0);
  const weights = Object.entries(all).map(([id, weight]) => {
    const share = outcome.weights[criteria.indexOf(id)];
    const own = share === undefined ? weight : share * shared;
    return [id, Math.round((1000 * own) / total) / 10] as const;
  });
  return { weights: Object.fromEntries(weights), outcome, criteria };
}
