import { singleLine } from "../table-text.ts";
import { failing, type CheckView } from "./view.ts";

/** Code Quality report for the merge request widget (docs.gitlab.com/ci/testing/code_quality). */
export function gitlabReport({ result, fromRoot }: CheckView): object[] {
  return failing(result).map(({ code, level, message, help, place, fingerprint }) => ({
    description: singleLine(help === null ? message : `${message}. ${help}`),
    check_name: code,
    fingerprint,
    severity: level === "warn" ? "minor" : "major",
    location: {
      path: fromRoot(place.file).replace(/^(?:\.\/)+/u, "") || "unknown",
      lines: { begin: Math.max(1, place.line) },
    },
  }));
}
