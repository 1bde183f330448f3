import type { KnownNames } from "../input/known-names.ts";
import type { Mapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";
import type { QuestionText } from "../texts/texts.ts";

/** What a person says to a question, in the form in which an answers file holds it. */
export type Answer = string | readonly string[] | Readonly<Record<string, number>>;

/** The answer that sets no such limit. */
export const NONE = "none";

/** Answers by the id of their question. */
export type Answers = ReadonlyMap<string, Answer>;

/**
 * Opening questions are always asked; further ones while they matter, the most telling first; those about weights at the
 * end; the others only when the person picks them from the review.
 */
export type Stage = "opening" | "further" | "weights" | "review";

type Kind = "choice" | "search" | "many" | "text" | "sliders";

export interface Choice {
  value: string;
  /** Name from the catalogue; null where the texts of the language have one. */
  name: string | null;
}

/** What a question may look at to find its default, its choices and whether it is asked at all. */
export interface Situation {
  /** Example workload of the chosen scenario, as it ships. */
  preset: Mapping;
  answers: Answers;
  /** The workload so far: everything that stands before this question. */
  document: Mapping;
  facts: Facts;
}

/** What the catalogue knows that questions need. */
export interface Facts {
  names: KnownNames;
  models: readonly { id: string; name: string; kind: string }[];
  /** Ids of the scenarios, and the example workload of each. */
  scenarios: readonly string[];
  preset: (scenario: string) => Mapping;
  /** Name of a scenario in the language of the session. */
  title: (scenario: string) => string;
}

/** One question as data. The adapters of src/cli/prompts ask it; nothing here knows of a terminal. */
export interface Question {
  /** Key of answers files: `place`, `chat.rate`. */
  id: string;
  /** Key of the message, the label and the explanation in the texts of each language. */
  text: QuestionText;
  /** Names that the texts mention: the task, the criteria. */
  names: Readonly<Record<string, string>>;
  kind: Kind;
  stage: Stage;
  /** Place in the workload that the answer decides; null where it steers other questions. */
  path: Path | null;
  /** Whether "none" may be said: the limit then does not exist. */
  optional: boolean;
  /** Whether other answers admit chips that the present leaders say nothing about. */
  widens: boolean;
  when: (situation: Situation) => boolean;
  /** What holds when it is not asked; null when only the person can say. */
  default: (situation: Situation) => Answer | null;
  choices: (situation: Situation) => readonly Choice[];
  /** Texts that are taken although they are not among the choices, such as the path of a file. */
  free: (text: string) => boolean;
  /** Other answers that people in this situation may well give: what the ranking is tried with. */
  plausible: (situation: Situation) => readonly Answer[];
  /** The workload with the answer in it. */
  write: (document: Mapping, answer: Answer, situation: Situation) => Mapping;
  /** What an answer must be beyond what the workload's reader checks; null when it is right. */
  fault: (answer: Answer, situation: Situation) => AnswerFault | null;
}

/** Key of a message in the texts, with what it mentions. */
export interface AnswerFault {
  key: "needed" | "notOffered" | "pickOne" | "points" | "numbers";
  values: Readonly<Record<string, string>>;
}
