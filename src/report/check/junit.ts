import type { CheckEntry } from "../../check/types.ts";
import { groupBy } from "../../units/group-by.ts";
import type { CheckView } from "./view.ts";

/** One test case a check, one suite a spec. Warnings are no failures in JUnit; they stand in the output of their case. */
export function writeJunit({ result }: CheckView): string {
  const suites = [...groupBy(result.checks, ({ spec }) => spec)];
  const { checks, errors } = result.summary;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="chipselect check" tests="${checks}" failures="${errors}" errors="0">`,
    ...suites.flatMap(([spec, entries]) => suite(spec, entries)),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suite(spec: string, entries: readonly CheckEntry[]): string[] {
  const failures = entries.filter(isFailure).length;
  const skipped = entries.filter(
    ({ status }) => status === "skip" || status === "suppressed",
  ).length;
  const counts = `tests="${entries.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    `  <testsuite name="${attribute(spec || "baseline")}" ${counts}>`,
    ...entries.flatMap(testCase),
    "  </testsuite>",
  ];
}

const isFailure = ({ status, level }: CheckEntry): boolean =>
  status === "fail" && level === "error";

function testCase(entry: CheckEntry): string[] {
  const group = [entry.kind, entry.spec, entry.workload].filter(
    (part) => part !== null && part !== "",
  );
  const head = `<testcase classname="${attribute(group.join("."))}" name="${attribute(entry.id)}"`;
  const inner = content(entry);
  return inner === null ? [`    ${head}/>`] : [`    ${head}>`, `      ${inner}`, "    </testcase>"];
}

function content(entry: CheckEntry): string | null {
  const { code, status, message, reason, place, help } = entry;
  const where = `${place.file}:${place.line}:${place.column}`;
  const whole = [`${where}: ${message}`, ...(help === null ? [] : [`help: ${help}`])].join("\n");
  switch (status) {
    case "skip":
      return `<skipped>${text(reason ?? message)}</skipped>`;
    case "suppressed":
      return `<skipped>${text(`suppressed: ${reason ?? ""} (${message})`)}</skipped>`;
    case "fail":
      return isFailure(entry)
        ? `<failure type="${code}" message="${attribute(message)}">${text(whole)}</failure>`
        : `<system-out>${text(`warning ${code}: ${whole}`)}</system-out>`;
    default:
      return null;
  }
}

/** XML 1.0 has no way to write most control characters, so they become spaces; so do lone halves of surrogate pairs. */
function text(raw: string): string {
  return raw
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function attribute(raw: string): string {
  return text(raw.replaceAll(/\s+/gu, " ")).replaceAll('"', "&quot;");
}
