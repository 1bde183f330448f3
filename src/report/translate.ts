import { NO_ROOM } from "./terminal/write.ts";
import type { Block, Cell, Column, Document, Table } from "./document.ts";

/**
 * A language of reports: what English texts read in it. In sentences and phrases, `{x}` stands for any words, which stay as they
 * are; `{x*}` for words that are translated in turn, `{x+}` likewise across semicolons, `{x,}` for a list of such; `{x~}` for names
 * with phrases between them; `{x#}` for a figure with its unit, `{x!}` for a difference
 * with its sign.
 */
export interface Translation {
  /** Whole texts: headings, column titles, cells. */
  words: Readonly<Record<string, string>>;
  /** Whole sentences or parts between semicolons; the first that fits holds. */
  sentences: readonly (readonly [from: string, to: string])[];
  /** Parts of a text that fits no sentence, replaced wherever they stand. */
  phrases: readonly (readonly [from: string, to: string])[];
  /** What stands between the parts of a text that is put together again. */
  joiner: string;
}

export type Translate = (text: string) => string;

/** @param missing told of each text that the language does not have; it stays English. */
export function translator(
  { words, sentences, phrases, joiner }: Translation,
  missing: (text: string) => void = () => {},
): Translate {
  const whole = sentences.map(([from, to]) => ({ ...compiled(from, true), to }));
  const parts = phrases.map(([from, to]) => ({ ...compiled(from, false), to }));

  function translate(text: string): string {
    const word = Object.hasOwn(words, text) ? words[text] : undefined;
    if (word !== undefined) return word;
    const separate = text.split(SENTENCE_END);
    if (separate.length > 1) return separate.map(translate).join("");
    for (const { pattern, names, to } of whole) {
      const match = pattern.exec(text);
      if (match !== null) return filled(to, names, match.slice(1));
    }
    const clauses = text.split("; ");
    if (clauses.length > 1) return clauses.map(translate).join(joiner);
    return withPhrases(text);
  }

  function withPhrases(text: string): string {
    const replaced = parts.reduce(
      (left, { pattern, names, to }) =>
        left.replaceAll(pattern, (...match: unknown[]) =>
          filled(to, names, match.slice(1, names.length + 1).map(String)),
        ),
      text,
    );
    if (replaced === text && /\p{Ll}{2}/u.test(text)) missing(text);
    return replaced;
  }

  function filled(to: string, names: readonly string[], values: readonly string[]): string {
    return to.replaceAll(/\{(\w+)([*~,]?)\}/gu, (_whole, name: string, kind: string) => {
      const value = values[names.indexOf(name)] ?? "";
      if (kind === "*") return translate(value);
      if (kind === ",")
        return value
          .split(/, | and /u)
          .map(translate)
          .join("、");
      return kind === "~" ? withPhrases(value) : value;
    });
  }

  return translate;
}

/** A full stop after a word or a figure, before a capital. */
const SENTENCE_END = /(?<=[\p{L}\d%)]\.) (?=\p{Lu})/u;

/** Figures end with their unit, if any: `$1.2 M`, `~36 ms`, `21 k USD`, `8`. */
const FIGURE = String.raw`([~$]?\d[\d.,]*(?: [kMBT](?= ))?(?: ?[^\s;,()]+)?)`;
/** A difference: `+0.024`. */
const SIGNED = String.raw`([+-]\d[\d.]*)`;
/** Words of one clause. */
const WORDS = "((?:(?!; ).)+?)";

function compiled(template: string, whole: boolean): { pattern: RegExp; names: readonly string[] } {
  const names: string[] = [];
  const body = template
    .split(/(\{\w+[*+~,#!]?\})/u)
    .map((part) => {
      const [, name, kind] = /^\{(\w+)([*+~,#!]?)\}$/u.exec(part) ?? [];
      if (name === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
      names.push(name);
      if (kind === "#") return FIGURE;
      if (kind === "!") return SIGNED;
      return kind === "+" ? "(.+?)" : WORDS;
    })
    .join("");
  return { pattern: whole ? new RegExp(`^${body}$`, "su") : new RegExp(body, "gu"), names };
}

/** The document in another language. Names of chips, commands and figures stay. */
export function translateDocument(document: Document, translate: Translate): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) => translateBlock(block, translate)),
  };
}

function translateBlock(block: Block, translate: Translate): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, text: translate(block.text) };
    case "list":
      return { ...block, items: block.items.map(translate) };
    case "facts":
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({ label: translate(label), value })),
      };
    case "table":
      return { ...block, table: translateTable(block.table, translate) };
    // Pictures are for pages, which are English.
    case "scatter":
    case "bars":
      return block;
    case "details": {
      const blocks = block.blocks.map((inner) => translateBlock(inner, translate));
      return { ...block, summary: translate(block.summary), blocks };
    }
    case "next":
      return { ...block, why: translate(block.why) };
    default:
      return block satisfies never;
  }
}

/** Cells whose words are chosen by the program; the others are names, ids and figures. */
const WORDED = new Set([
  "class",
  "ownership",
  "boundBy",
  "confidence",
  "criterion",
  "unit",
  "basis",
  "layout",
]);

function translateTable({ columns, rows }: Table, translate: Translate): Table {
  return {
    noRoom: translate(NO_ROOM),
    columns: columns.map((column) => translateColumn(column, translate)),
    rows: rows.map((row) =>
      row.map((cell, index) => translateCell(cell, columns[index], translate)),
    ),
  };
}

/** A title that may be shortened is the name of a candidate. */
function translateColumn(column: Column, translate: Translate): Column {
  return column.shortensTitle === true ? column : { ...column, title: translate(column.title) };
}

function translateCell(cell: Cell, column: Column | undefined, translate: Translate): Cell {
  const { value } = cell;
  const worded = column !== undefined && column.type === "text" && WORDED.has(column.id);
  return worded && typeof value === "string" ? { ...cell, value: translate(value) } : cell;
}
