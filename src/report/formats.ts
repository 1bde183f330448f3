import type { Document, Table } from "./document.ts";
import type { ColourLevel } from "./palette.ts";

/** What a command hands over: one result value and how it reads as a document and as a flat table. */
export interface Report {
  result: object;
  document: () => Document;
  table: () => Table;
  /** The document in the language of the reader, for the terminal and Markdown; pages and machine formats are English. */
  inLanguage?: (document: Document) => Document;
}

export interface Style {
  /** Cells of a line; `Infinity` drops nothing. */
  width: number;
  colour: ColourLevel;
  ascii: boolean;
}

export const FORMATS = ["table", "json", "markdown", "csv", "html"] as const;

export type Format = (typeof FORMATS)[number];

type Render = (report: Report, style: Style) => string;

/** Loaded on demand, so that `--format json` does not pay for table drawing. */
const RENDERERS: Readonly<Record<Format, () => Promise<Render>>> = {
  table: async () => {
    const [{ writeTerminal }, { createPalette }] = await Promise.all([
      import("./terminal/write.ts"),
      import("./palette.ts"),
    ]);
    return (report, { width, colour, ascii }) =>
      writeTerminal(read(report), { width, palette: createPalette(colour), ascii });
  },
  json: async () => {
    const { writeJson } = await import("./json.ts");
    return ({ result }) => writeJson(result);
  },
  markdown: async () => {
    const { writeMarkdown } = await import("./markdown.ts");
    return (report) => writeMarkdown(read(report));
  },
  csv: async () => {
    const { writeCsv } = await import("./csv.ts");
    return ({ table }) => writeCsv(table());
  },
  html: async () => {
    const { writeHtml } = await import("./html/page.ts");
    return ({ document, result }) => writeHtml(document(), result);
  },
};

const read = ({ document, inLanguage }: Report): Document =>
  inLanguage === undefined ? document() : inLanguage(document());

export async function render(report: Report, format: Format, style: Style): Promise<string> {
  const renderer = await RENDERERS[format]();
  return renderer(report, style);
}
