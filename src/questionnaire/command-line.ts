import { stringify } from "yaml";
import { formatPath } from "../input/path.ts";
import type { Language } from "../texts/language.ts";
import type { Draft, Override } from "./draft.ts";
import type { Answers } from "./question.ts";

/** Words of the command line that gives the same file without a question; for a shell they are still to be quoted. */
export function equivalentCommand(
  { questions }: Draft,
  answers: Answers,
  overrides: readonly Override[],
  { file, language }: { file: string | null; language: Language },
): string[] {
  const sets = questions.flatMap(({ question }) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [`${question.id}=${inline(answer)}`];
  });
  const forced = overrides.map(({ path, value }) => `${formatPath(path)}=${inline(value)}`);
  return [
    "chipselect",
    "ask",
    "--yes",
    ...[...sets, ...forced].flatMap((set) => ["--set", set]),
    ...(language === "en" ? [] : ["--lang", language]),
    ...(file === null ? [] : ["-o", file]),
  ];
}

/** Words of the command line that goes on where someone left; answers are in the file, values that no question asks are not. */
export function resumeCommand(
  file: string,
  overrides: readonly Override[],
  { output, language }: { output: string | null; language: Language | null },
): string[] {
  return [
    "chipselect",
    "ask",
    "--resume",
    file,
    ...overrides.flatMap(({ path, value }) => ["--set", `${formatPath(path)}=${inline(value)}`]),
    ...(language === null ? [] : ["--lang", language]),
    ...(output === null ? [] : ["-o", output]),
  ];
}

/** A value on one line, as `--set` reads it back. */
function inline(value: unknown): string {
  if (typeof value === "string") return value;
  return stringify(value, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
}
