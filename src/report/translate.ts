import { NO_ROOM } from "./terminal/write.ts";
import type { Block, Cell, Column, Document, Table } from "./document.ts";

/**
 * A language of reports: what English texts read in it. In sentences and phrases, `{x}` stands for any words, which stay as they
 * are; `{x*}` for words that are translated in turn, `{x+}` likewise across semicolons, `{x,}` for a list of such; `{x~}` for names
 * with phrases between them; `{x#}` for a figure with its unit, `{x!}` for a difference
 * with its sign, `{x@}` for one word, such as a path. `{x>}` writes an arrow in pairs `a by b`.
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
    if (WHOLE_FIGURE.test(text)) return withUnit(text);
    const clauses = text.split(CLAUSE_END);
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

  /** The items of an English list; words that the language knows as one ("supply and vendor risk") are one. */
  function items(list: string): readonly string[] {
    const found: string[] = [];
    for (const [index, part] of list.split(/, | (?=and )/u).entries()) {
      const joined = index > 0 && part.startsWith("and ") ? `${found.at(-1)} ${part}` : "";
      if (Object.hasOwn(words, joined.replace(/ \([^()]*\)$/u, ""))) found.splice(-1, 1, joined);
      else found.push(part.replace(/^and /u, ""));
    }
    return found;
  }

  /** Units that are words have another word. */
  function withUnit(figure: string): string {
    return figure.replace(/(?<=\d )\p{L}+$/u, (unit) => words[unit] ?? unit);
  }

  function filled(to: string, parts: readonly Part[], values: readonly string[]): string {
    return to.replaceAll(/\{(\w+)([*~,>]?)\}/gu, (_whole, name: string, kind: string) => {
      const index = parts.findIndex((part) => part.name === name);
      const value = values[index] ?? "";
      if (parts[index]?.kind === "#") return withUnit(value);
      if (kind === "*") return translate(value);
      if (kind === ",") return items(value).map(translate).join("、");
      if (kind === ">") return value.replaceAll(" by ", " → ");
      return kind === "~" ? withPhrases(value) : value;
    });
  }

  return (text) => translate(text).replaceAll(LATIN_COMMA, "、").replaceAll(LATIN_SPACE, "");
}

/** A space of the English sentence between words that are Chinese now. */
const LATIN_SPACE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;
/** A comma of the English list behind a word or a figure that is Chinese now. */
const LATIN_COMMA = /(?<=[\p{Script=Han}\uff09%]), /gu;

/** A semicolon that is not within quotation marks. */
const CLAUSE_END = /; (?=[^"]*(?:"[^"]*"[^"]*)*$)/u;
/** A full stop after a word or a figure, before a capital. */
const SENTENCE_END = /(?<=[\p{L}\d%)]\.) (?=\p{Lu})/u;

/** Figures end with their unit, if any: `$1.2 M`, `~36 ms`, `21 k USD`, `8`. */
const FIGURE = String.raw`([~$]?\d[\d.,]*(?:e\d+)?(?: [kMBT](?= ))?(?: ?[^\s;,()]+(?:(?<=/[kMB]) [^\s;,()]+)?)?)`;
const WHOLE_FIGURE = new RegExp(`^${FIGURE}$`, "u");
/** A difference: `+0.024`. */
const SIGNED = String.raw`([+-]\d[\d.]*)`;
/** `budget.monthly`, `scenario.place`. */
const ONE_WORD = String.raw`([^\s;,()]+)`;
/** Words of one clause. */
const WORDS = "((?:(?!; ).)+?)";

/** What stands in braces. */
interface Part {
  name: string;
  kind: string;
}

function compiled(template: string, whole: boolean): { pattern: RegExp; names: readonly Part[] } {
  const names: Part[] = [];
  const body = template
    .split(/(\{\w+[*+~,#!@]?\})/u)
    .map((part) => {
      const [, name, kind = ""] = /^\{(\w+)([*+~,#!@]?)\}$/u.exec(part) ?? [];
      if (name === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
      names.push({ name, kind });
      if (kind === "#") return FIGURE;
      if (kind === "!") return SIGNED;
      if (kind === "@") return ONE_WORD;
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
  "assumption",
  "reason",
  "low",
  "high",
  "range",
  "training",
  "method",
]);

/** The time scale of tables has words for units. */
const UNIT_WORDS = ["days", "years"];

function translateTable({ columns, rows }: Table, translate: Translate): Table {
  return {
    language: {
      noRoom: translate(NO_ROOM),
      separator: "、",
      units: Object.fromEntries(UNIT_WORDS.map((unit) => [unit, translate(unit)])),
    },
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
  if (column === undefined || typeof value !== "string") return cell;
  // Where a candidate wins instead; nobody may.
  const noName = column.id === "winner" && value === "nobody";
  const worded = (WORDED.has(column.id) && /\p{Ll}{2}/u.test(value)) || noName;
  return worded ? { ...cell, value: translate(value) } : cell;
}
