import type { Mapping } from "../input/mapping.ts";
import { sameValue } from "./document.ts";
import { draftWorkload, type Applied, type Draft, type Override } from "./draft.ts";
import type { Answers, Facts } from "./question.ts";
import type { Steps } from "./steps.ts";

/** Who wins, and by how much. */
export interface Outlook {
  /** Null when no candidate meets every limit. */
  winner: string | null;
  /** Distance of scores to the second; null without a second. */
  margin: number | null;
}

/** Judges a workload that differs from the present one; null when it cannot be one. `wide` looks at every chip. */
export type Judge = (document: Mapping, wide: boolean) => Steps<Outlook | null>;

/** What an open question could do to the ranking. */
export interface Impact {
  id: string;
  /** Plausible answers that were tried, and how many of them have another winner. */
  tried: number;
  changed: number;
  /** Largest change of the winner's lead. */
  shift: number;
}

/** Changes of the lead below this are not worth a question: the simulation errs by more. */
const SMALLEST_SHIFT = 0.01;

/**
 * Tries the plausible answers of every open question, each alone, the others as they stand.
 *
 * @param tried told before each question
 */
export function* impacts(
  draft: Draft,
  answers: Answers,
  facts: Facts,
  overrides: readonly Override[],
  judge: Judge,
  tried: (done: number, total: number) => void = () => {},
): Steps<readonly Impact[]> {
  const { document } = draft;
  if (document === null) return [];
  const present = yield* judge(document, true);
  if (present === null) return [];
  const open = openQuestions(draft);
  const all: Impact[] = [];
  for (const { question, situation } of open) {
    tried(all.length, open.length);
    const impact = { id: question.id, tried: 0, changed: 0, shift: 0 };
    const usual = question.default(situation);
    for (const answer of question.plausible(situation)) {
      // What holds already is no what-if, also where the answer would write it out.
      if (sameValue(answer, usual) || question.fault(answer, situation) !== null) continue;
      const changedAnswers = new Map(answers).set(question.id, answer);
      const changed = draftWorkload(changedAnswers, facts, overrides).document;
      if (changed === null || sameValue(changed, document)) continue;
      const outlook = yield* judge(changed, question.widens);
      if (outlook === null) continue;
      impact.tried += 1;
      if (outlook.winner !== present.winner) impact.changed += 1;
      impact.shift = Math.max(impact.shift, distance(outlook.margin, present.margin));
    }
    all.push(impact);
  }
  return all;
}

/** Without a second there is no lead that could move. */
function distance(a: number | null, b: number | null): number {
  return a === null || b === null ? 0 : Math.abs(a - b);
}

function openQuestions({ questions }: Draft): readonly Applied[] {
  return questions.filter(({ question, answered }) => question.stage === "further" && !answered);
}

/** Impacts that are worth a question, the most telling first; the order of the questions breaks ties. */
export function worthAsking(all: readonly Impact[]): readonly Impact[] {
  // The answer that holds now is one of those that people may give.
  const telling = ({ tried, changed, shift }: Impact): number => changed / (tried + 1) + shift;
  return all
    .filter(({ changed, shift }) => changed > 0 || shift >= SMALLEST_SHIFT)
    .toSorted((a, b) => Number(b.changed > 0) - Number(a.changed > 0) || telling(b) - telling(a));
}
