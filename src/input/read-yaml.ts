import { isAlias, LineCounter, parseAllDocuments, visit } from "yaml";
import type { Document } from "yaml";
import { checkNodes } from "./check-nodes.ts";
import { checkText } from "./check-text.ts";
import type { Code } from "./codes.ts";
import type { Diagnostic, Reading } from "./diagnostic.ts";
import { spanFinder, spanOfOffsets } from "./source-document.ts";
import type { SourceDocument } from "./source-document.ts";
import { yamlMessage } from "./yaml-messages.ts";

/** How often aliases may repeat values in one file, counted with their contents; more is a bomb. */
const MAXIMUM_ALIASES = 200;

/**
 * Parses one YAML 1.2 document (core schema, with merge keys) and keeps the place of every value.
 *
 * Refuses before parsing: more than 200 kB, binary content, an empty file. Refuses before expanding: aliases that
 * multiply. Never throws.
 */
export function readYaml(text: string, file: string): Reading<SourceDocument> {
  const refused = checkText(text, file);
  if (refused !== null) return { ok: false, diagnostics: [refused] };
  const lineCounter = new LineCounter();
  const at = (
    code: Code,
    [start, end]: readonly [number, number],
    message: string,
    help: string | null,
  ): Diagnostic => ({
    code,
    severity: "error",
    file,
    ...spanOfOffsets(text, lineCounter, start, end),
    path: "",
    message,
    help,
  });
  const documents = parseAllDocuments(text, {
    lineCounter,
    merge: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [document] = documents;
  const diagnostics = documents
    .flatMap((parsed) => [...parsed.errors, ...parsed.warnings])
    .map(({ code, message, pos }) => {
      const found = yamlMessage(code, message, text.slice(...pos));
      return at(found.code, pos, found.message, found.help);
    });
  const second = documents[1];
  if (second !== undefined) {
    const start = startOfSecond(text, documents);
    const message = `the file holds ${documents.length} documents`;
    diagnostics.push(at("CS1013", [start, start + 3], message, "give each its own file"));
  }
  if (document === undefined || diagnostics.length > 0) {
    return { ok: false, diagnostics: onePerLine(diagnostics) };
  }
  const faults = checkNodes(document);
  if (faults.length > 0) {
    return {
      ok: false,
      diagnostics: faults.map(({ code, range, message, help }) => at(code, range, message, help)),
    };
  }
  const value = expand(document);
  if (!value.ok) {
    const help = "repeat values by hand, or use fewer anchors";
    return { ok: false, diagnostics: [at("CS1015", firstAlias(document), value.message, help)] };
  }
  const spanOf = spanFinder(text, lineCounter, document);
  return { ok: true, value: { file, text, value: value.value, spanOf }, warnings: [] };
}

type Expansion = { ok: true; value: unknown } | { ok: false; message: string };

function expand(document: Document): Expansion {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MAXIMUM_ALIASES }) as unknown };
  } catch (error) {
    const bomb = error instanceof ReferenceError;
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, message: bomb ? "the aliases of this file expand too far" : reason };
  }
}

function firstAlias(document: Document): [number, number] {
  let range: [number, number] = [0, 0];
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined;
    range = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
    return visit.BREAK;
  });
  return range;
}

/** Offset of the `---` that starts the second document. */
function startOfSecond(text: string, documents: readonly Document[]): number {
  const from = documents[0]?.contents?.range?.[1] ?? 0;
  const mark = /^---(?=\s|$)/gm;
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? from;
}

/** One mistake often confuses the parser several times on its line. */
function onePerLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ line }) => !lines.has(line) && lines.add(line));
}
