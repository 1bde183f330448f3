import { isMapping, type Mapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";
import type { QuestionText } from "../texts/texts.ts";
import { valueAt, withoutValue, withValue } from "./document.ts";
import { NONE, type Answer, type Question, type Situation } from "./question.ts";
import { scaleQuantity } from "./scale-quantity.ts";

/** What a question says of itself; the rest follows from its kind and its path. */
export type QuestionData = Pick<Question, "kind" | "stage"> &
  Partial<Omit<Question, "id" | "text" | "kind" | "stage">> & {
    text: QuestionText;
    /** Key in answers files; the key of its texts when left out. */
    id?: string;
    /** What holds where neither the scenario nor the person says: the schema's default. */
    otherwise?: string;
    /** Values of a choice, in the order in which they are shown. */
    values?: readonly string[];
    /** People in this situation may be off by this factor, up or down. */
    spread?: number;
    /** Only more than the default is tried: with many tasks there is too much to try. */
    upward?: boolean;
  };

/** What every question of yes or no has: either answer may matter. */
export const YES_OR_NO = {
  kind: "choice",
  values: ["true", "false"],
  plausible: () => ["true", "false"],
} as const;

/** Fills in what follows from kind and path. */
export function question(data: QuestionData): Question {
  const { text, values = [], spread, otherwise } = data;
  const path = data.path ?? null;
  const optional = data.optional ?? false;
  const free = data.free ?? (() => false);
  const choices =
    data.choices ??
    (() => [
      ...values.map((value) => ({ value, name: null })),
      ...(optional && values.length > 0 ? [{ value: NONE, name: null }] : []),
    ]);
  const usual =
    data.default ?? ((situation) => written(situation.document, path, optional, otherwise));
  return {
    id: data.id ?? text,
    text,
    names: data.names ?? {},
    kind: data.kind,
    stage: data.stage,
    path,
    optional,
    widens: data.widens ?? false,
    when: data.when ?? (() => true),
    default: usual,
    choices,
    free,
    plausible:
      data.plausible ??
      ((situation) =>
        spread === undefined
          ? []
          : around(usual(situation), data.upward === true ? [spread] : [1 / spread, spread])),
    write:
      data.write ??
      ((document, answer) =>
        said(document, path, answer, otherwise) ? document : put(document, path, answer)),
    fault: (answer, situation) =>
      (optional || data.kind !== "text" || answer !== NONE ? null : NEEDED) ??
      offered(data.kind, choices(situation), answer, free) ??
      data.fault?.(answer, situation) ??
      null,
  };
}

/** What the document says at the path, in the form of an answer. */
function written(
  document: Mapping,
  path: Path | null,
  optional: boolean,
  otherwise: string | undefined,
): Answer | null {
  const value = path === null ? undefined : valueAt(document, path);
  return asAnswer(value) ?? otherwise ?? (optional ? NONE : null);
}

/** A value of a workload file as the answer that would give it; null for what no question asks. */
export function asAnswer(value: unknown): Answer | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  if (!isMapping(value)) return null;
  const numbers = Object.values(value).every((each) => typeof each === "number");
  return numbers && Object.keys(value).length > 0
    ? Object.fromEntries(numericEntries(value))
    : null;
}

/** Whether a task says it already by saying nothing: then its work stays that of the scenario's example. */
function said(
  document: Mapping,
  path: Path | null,
  answer: Answer,
  otherwise: string | undefined,
): boolean {
  if (path === null || path[0] !== "demand") return false;
  return answer === otherwise && valueAt(document, path) === undefined;
}

/** Puts an answer at its place as a person would write it there; what is said again stays as it is written. */
export function put(document: Mapping, path: Path | null, answer: Answer): Mapping {
  if (path === null) return document;
  if (answer === NONE || (Array.isArray(answer) && answer.length === 0)) {
    return withoutValue(document, path);
  }
  const present = asAnswer(valueAt(document, path));
  if (typeof answer === "string" && present === answer) return document;
  return withValue(document, path, plain(answer));
}

/** Bare numbers and truth values are written as such. */
export function plain(answer: Answer): unknown {
  if (typeof answer !== "string") return answer;
  if (answer === "true" || answer === "false") return answer === "true";
  return /^(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(answer) ? Number(answer) : answer;
}

/** Where there is no doing without. */
const NEEDED = { key: "needed", values: {} } as const;

function around(answer: Answer | null, factors: readonly number[]): readonly Answer[] {
  if (typeof answer !== "string" || answer === NONE) return [];
  return factors.flatMap((factor) => scaleQuantity(answer, factor) ?? []);
}

function offered(
  kind: Question["kind"],
  choices: readonly { value: string }[],
  answer: Answer,
  free: Question["free"],
): ReturnType<Question["fault"]> {
  if (kind === "text") return typeof answer === "string" ? null : { key: "pickOne", values: {} };
  if (kind === "sliders") {
    return isMapping(answer) && !Array.isArray(answer) ? null : { key: "numbers", values: {} };
  }
  const said: readonly string[] = typeof answer === "string" ? [answer] : asNames(answer);
  const known = new Set(choices.map(({ value }) => value));
  const unknown = said.find((value) => !known.has(value) && !free(value));
  if (kind !== "many" && said.length !== 1) return { key: "pickOne", values: {} };
  if (unknown === undefined) return null;
  return { key: "notOffered", values: { value: unknown } };
}

/** An answer in one word or figure; empty for other answers. */
export function asText(answer: Answer | null | undefined): string {
  return typeof answer === "string" ? answer : "";
}

/** An answer of several names; none for other answers. */
export function asNames(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? answer.filter((item) => typeof item === "string") : [];
}

/** The answer so far, or what holds without one. */
export function answered(asked: Question, situation: Situation): Answer | null {
  return situation.answers.get(asked.id) ?? asked.default(situation);
}

/** An answer that gives several things a number each; none for other answers. */
export function asNumbers(answer: Answer): Readonly<Record<string, number>> {
  return isMapping(answer) ? Object.fromEntries(numericEntries(answer)) : {};
}

function numericEntries(value: Mapping): [string, number][] {
  return Object.entries(value).flatMap(([key, each]): [string, number][] =>
    typeof each === "number" ? [[key, each]] : [],
  );
}
