import type { CheckEntry, CheckResult } from "../../check/types.ts";

/** What a renderer of a check gets: the result, and what only the command knows. */
export interface CheckView {
  result: CheckResult;
  /** Text of each file by its name in the result, for code frames. */
  sources: ReadonlyMap<string, string>;
  /** What `chipselect explain CODE` says. */
  explain: (code: string) => { title: string; explanation: string } | null;
  /** The file's name from the root of the repository; the name itself where that is not known. */
  fromRoot: (file: string) => string;
}

/** What fails, errors first, then by place. */
export function failing({ checks }: CheckResult): CheckEntry[] {
  return checks
    .filter(({ status }) => status === "fail")
    .toSorted(
      (a, b) =>
        Number(a.level === "warn") - Number(b.level === "warn") ||
        compareText(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column,
    );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** "2 errors, 1 warning; 14 of 17 checks hold, 1 is skipped". */
function summaryText({ summary }: CheckResult): string {
  const { checks, passed, errors, warnings, skipped, suppressed } = summary;
  const counted = (count: number, noun: string): string[] =>
    count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];
  const faults = [...counted(errors, "error"), ...counted(warnings, "warning")];
  const aside = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ];
  const held = `${passed} of ${checks} checks hold`;
  return [...faults, held, ...aside].join(", ");
}

/** "Check passes: …" or "Check fails: …", the first line of every report for people. */
export function verdictText(result: CheckResult): string {
  return `Check ${result.passed ? "passes" : "fails"}: ${summaryText(result)}`;
}
