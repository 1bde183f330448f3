import type { Report } from "../formats.ts";
import type { Table } from "../document.ts";

export interface Finding {
  id: string;
  title: string;
  value: string;
  /** null for a plain fact. */
  ok: boolean | null;
  /** What would mend it; null where nothing is wrong. */
  help: string | null;
}

/** The environment as a table, and what to do about what is wrong. */
export function doctorReport(findings: readonly Finding[], version: string): Report {
  const wrong = findings.filter(({ ok }) => ok === false);
  const verdict =
    wrong.length === 0
      ? "Everything that chipselect needs is there."
      : `${wrong.length} of ${findings.filter(({ ok }) => ok !== null).length} checks fail.`;
  return {
    result: {
      schemaVersion: 1,
      tool: { name: "chipselect", version },
      ok: wrong.length === 0,
      findings,
    },
    document: () => ({
      blocks: [
        { kind: "paragraph", text: verdict, tone: wrong.length === 0 ? "good" : "bad" },
        { kind: "table", table: findingsTable(findings) },
        ...(wrong.length === 0
          ? []
          : [
              {
                kind: "list",
                items: wrong.map(({ title, help }) => `${title}: ${help ?? ""}`),
              } as const,
            ]),
      ],
    }),
    table: () => findingsTable(findings),
  };
}

function findingsTable(findings: readonly Finding[]): Table {
  return {
    columns: [
      { id: "title", title: "What", type: "text" },
      { id: "value", title: "Found", type: "name" },
      { id: "ok", title: "Verdict", type: "text" },
    ],
    rows: findings.map(({ title, value, ok }) => [
      { value: title },
      { value },
      ok === null ? { value: null } : { value: ok ? "fine" : "wrong", tone: ok ? "good" : "bad" },
    ]),
  };
}
