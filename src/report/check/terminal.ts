import { codeFrame } from "../../input/code-frame.ts";
import type { CheckEntry } from "../../check/types.ts";
import type { Tone } from "../document.ts";
import type { Style } from "../formats.ts";
import { createPalette, type Palette } from "../palette.ts";
import { singleLine } from "../table-text.ts";
import { toAscii } from "../terminal/ascii.ts";
import { writeTerminal } from "../terminal/write.ts";
import { checksTable } from "./checks-table.ts";
import { failing, verdictText, type CheckView } from "./view.ts";

const MOST_SHOWN = 20;

/** Findings with their line of the file as a linter shows them, then every check in a table, then the verdict. */
export function writeCheckTerminal(view: CheckView, { width, colour, ascii }: Style): string {
  const palette = createPalette(colour);
  const found = failing(view.result);
  const blocks = found.slice(0, MOST_SHOWN).map((entry) => finding(entry, view, palette));
  if (found.length > MOST_SHOWN) blocks.push(`... and ${found.length - MOST_SHOWN} more\n`);
  const table = checksTable(view.result);
  const tail = writeTerminal(
    {
      blocks: [
        ...(table.rows.length === 0 ? [] : [{ kind: "table" as const, table }]),
        ...(view.result.warnings.length === 0
          ? []
          : [{ kind: "list" as const, items: view.result.warnings }]),
        {
          kind: "paragraph",
          text: verdictText(view.result),
          tone: view.result.passed ? "good" : "bad",
        },
        ...(found[0] === undefined
          ? []
          : [
              {
                kind: "next" as const,
                why: "More on the first",
                command: `chipselect explain ${found[0].code}`,
              },
            ]),
      ],
    },
    { width, palette, ascii },
  );
  const text = [...blocks, tail].join("\n");
  return ascii ? toAscii(text) : text;
}

function finding(entry: CheckEntry, { sources }: CheckView, palette: Palette): string {
  const { code, level, message, place, asked, help } = entry;
  const [tone, word]: [Tone, string] = level === "warn" ? ["warn", "warning"] : ["bad", "error"];
  const source = sources.get(place.file);
  const lines = [
    `${palette(tone, `${word}[${code}]:`)} ${palette("strong", singleLine(message))}`,
    `  --> ${singleLine(place.file)}:${place.line}:${place.column}`,
  ];
  if (source !== undefined && place.endColumn > place.column) {
    lines.push(
      codeFrame(source, place, (role, text) => palette(role === "caret" ? tone : "muted", text)),
    );
  }
  if (asked !== null) lines.push(`asked: ${singleLine(asked.file)}:${asked.line}:${asked.column}`);
  if (entry.reason !== null) lines.push(`why: ${singleLine(entry.reason)}`);
  if (help !== null) lines.push(`${palette("good", "help:")} ${singleLine(help)}`);
  return `${lines.join("\n")}\n`;
}
