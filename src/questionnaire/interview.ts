import { draftWorkload, type Applied, type Draft, type Override } from "./draft.ts";
import { worthAsking, type Impact } from "./impact.ts";
import type { Answer, Answers, Facts } from "./question.ts";

/** Answers from the start to the recommendation, the review's among them, unless the person asks for more questions. */
const MOST_ANSWERS = 12;

/** The first question about weights: it chooses among the others. */
const WEIGHTS = "weights";

/** Where an interview stands. A value: each step makes a new one, so that going back is taking an earlier turn again. */
export interface Interview {
  /** Answers from a file or the command line; they are not asked and Esc does not reach them. */
  fixed: Answers;
  /** Answers of the person, in the order in which they were given. */
  given: readonly Given[];
  /** Answers that Esc took back: defaults when their question comes again. */
  withdrawn: Answers;
  overrides: readonly Override[];
  /** Question to ask next whatever its stage: one that Esc or the review leads to. */
  wanted: string | null;
  /** Whether the person wants every question that matters, however many. */
  unlimited: boolean;
  /** Whether the person has heard enough: what is open keeps its default. */
  enough: boolean;
}

interface Given {
  id: string;
  answer: Answer;
}

export function startInterview(
  fixed: Answers,
  given: Answers,
  overrides: readonly Override[],
): Interview {
  return {
    fixed,
    given: [...given].map(([id, answer]) => ({ id, answer })),
    withdrawn: new Map(),
    overrides,
    wanted: null,
    unlimited: false,
    enough: false,
  };
}

export function answersOf({ fixed, given }: Interview): Answers {
  return new Map([...fixed, ...given.map(({ id, answer }) => [id, answer] as const)]);
}

export function draftOf(interview: Interview, facts: Facts): Draft {
  return draftWorkload(answersOf(interview), facts, interview.overrides);
}

/** With the answer; one that was given before is replaced where it stands. */
export function withAnswer(interview: Interview, id: string, answer: Answer): Interview {
  const { given } = interview;
  const known = given.some((each) => each.id === id);
  const fixed = new Map(interview.fixed);
  fixed.delete(id);
  return {
    ...interview,
    fixed,
    given: known
      ? given.map((each) => (each.id === id ? { id, answer } : each))
      : [...given, { id, answer }],
    wanted: null,
  };
}

/** One question back, its answer kept as the default; null at the first one. */
export function withdrawn(interview: Interview): Interview | null {
  const last = interview.given.at(-1);
  if (last === undefined) return null;
  return {
    ...interview,
    given: interview.given.slice(0, -1),
    withdrawn: new Map(interview.withdrawn).set(last.id, last.answer),
    wanted: last.id,
  };
}

/**
 * The question to ask: the one that is wanted, else an opening one, else the further one that could change most, else one
 * about weights. Null when the review is due.
 */
export function nextQuestion(
  interview: Interview,
  draft: Draft,
  impacts: readonly Impact[],
): { applied: Applied; impact: Impact | null } | null {
  const wanted = draft.questions.find(({ question }) => question.id === interview.wanted);
  if (wanted !== undefined) return { applied: wanted, impact: null };
  const open = draft.questions.filter(({ answered }) => !answered);
  const weights = open.find(({ question }) => question.stage === "weights");
  if (interview.enough) {
    // Someone who began to set weights goes through with it.
    const begun = weights !== undefined && weights.question.id !== WEIGHTS;
    return begun ? { applied: weights, impact: null } : null;
  }
  const opening = open.find(({ question }) => question.stage === "opening");
  if (opening !== undefined) return { applied: opening, impact: null };
  // Weights and the review are an answer each.
  const room = interview.unlimited || interview.given.length < MOST_ANSWERS - 2;
  const inWeights = weights !== undefined && weights.question.id !== WEIGHTS;
  const [best] = room && !inWeights ? worthAsking(impacts) : [];
  const further = open.find(({ question }) => question.id === best?.id);
  if (further !== undefined && best !== undefined) return { applied: further, impact: best };
  return weights === undefined ? null : { applied: weights, impact: null };
}
