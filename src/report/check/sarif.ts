import type { CheckEntry, Place } from "../../check/types.ts";
import { singleLine } from "../table-text.ts";
import type { CheckView } from "./view.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 for code scanning: findings, suppressed ones marked as such; what passes is left out. */
export function sarifLog({ result, explain, fromRoot }: CheckView): object {
  const shown = result.checks.filter(({ status }) => status === "fail" || status === "suppressed");
  const codes = [...new Set(shown.map(({ code }) => code))].sort();
  const rules = codes.map((code) => {
    const said = explain(code) ?? { title: code, explanation: code };
    const levels = shown.filter((entry) => entry.code === code).map(({ level }) => level);
    return {
      id: code,
      shortDescription: { text: message(said.title) },
      fullDescription: { text: message(said.explanation) },
      help: { text: said.explanation, markdown: said.explanation },
      defaultConfiguration: { level: levels.includes("error") ? "error" : "warning" },
      properties: { tags: ["hardware"], precision: "high" },
    };
  });
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "chipselect", semanticVersion: result.tool.version, rules } },
        automationDetails: { id: "chipselect/check/" },
        columnKind: "utf16CodeUnits",
        results: shown.map((entry) => sarifResult(entry, codes.indexOf(entry.code), fromRoot)),
      },
    ],
  };
}

function sarifResult(
  entry: CheckEntry,
  ruleIndex: number,
  fromRoot: (file: string) => string,
): object {
  const { code, level, help, place, asked, reason, status, known, fingerprint } = entry;
  const said = [entry.message, ...(help === null ? [] : [`${help}.`])]
    .join(". ")
    .replace(/\.\.$/u, ".");
  return {
    ruleId: code,
    ruleIndex,
    level: level === "warn" ? "warning" : "error",
    message: { text: message(said) },
    locations: [{ physicalLocation: physical(place, fromRoot) }],
    ...(asked === null
      ? {}
      : {
          relatedLocations: [
            {
              id: 1,
              message: { text: "asked for here" },
              physicalLocation: physical(asked, fromRoot),
            },
          ],
        }),
    partialFingerprints: { "chipselect/v1": fingerprint },
    ...(known === null ? {} : { baselineState: known ? "unchanged" : "new" }),
    ...(status === "suppressed"
      ? { suppressions: [{ kind: "inSource", justification: message(reason ?? "") }] }
      : {}),
  };
}

/** GitHub refuses a whole upload for an empty address; lines and columns start at 1. */
function physical(place: Place, fromRoot: (file: string) => string): object {
  const path = fromRoot(place.file) || "unknown";
  const uri = path.split(/[\\/]/u).map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
    region: {
      startLine: Math.max(1, place.line),
      startColumn: Math.max(1, place.column),
      endColumn: Math.max(place.column + 1, place.endColumn),
    },
  };
}

/** Brackets start links in messages (SARIF 3.11.6). */
function message(text: string): string {
  return singleLine(text).replaceAll(/[\\[\]]/gu, "\\$&") || " ";
}
