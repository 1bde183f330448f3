import { singleLine } from "../table-text.ts";
import type { Block, Document, Fact } from "../document.ts";
import { scatterLines } from "../scatter-text.ts";
import { toAscii } from "./ascii.ts";
import { terminalTable, type Terminal } from "./table.ts";
import { displayWidth, wrap } from "./width.ts";

/** Prose longer than this is hard to read, however wide the terminal. */
const LONGEST_LINE = 100;
export const NO_ROOM = "No room for: {columns} (--wide shows all)";

/** Lays a document out for a terminal; ends with a newline. */
export function writeTerminal(document: Document, terminal: Terminal): string {
  const parts = document.blocks.map((block) => blockLines(block, terminal));
  const lines: string[] = [];
  let afterHeading = true;
  parts.forEach((part, index) => {
    if (part.length === 0) return;
    if (lines.length > 0 && !afterHeading) lines.push("");
    lines.push(...part);
    afterHeading = document.blocks[index]?.kind === "heading";
  });
  return `${lines.join("\n")}\n`;
}

function blockLines(block: Block, terminal: Terminal): string[] {
  const plain = (text: string): string =>
    terminal.ascii ? toAscii(singleLine(text)) : singleLine(text);
  const width = Math.min(terminal.width, LONGEST_LINE);
  switch (block.kind) {
    case "heading":
      return [terminal.palette("strong", plain(block.text))];
    case "paragraph":
      return wrap(plain(block.text), width).map((line) =>
        terminal.palette(block.tone ?? "plain", line),
      );
    case "list":
      return block.items.flatMap((item) =>
        wrap(plain(item), width - 2).map((line, index) =>
          index === 0 ? `- ${line}` : `  ${line}`,
        ),
      );
    case "facts":
      return factLines(
        block.items.map(({ label, value }) => ({ label: plain(label), value: plain(value) })),
        width,
      );
    case "table": {
      const { lines, dropped } = terminalTable(block.table, terminal);
      if (dropped.length === 0) return lines;
      const { noRoom, separator } = block.table.language ?? { noRoom: NO_ROOM, separator: ", " };
      const names = [...new Set(dropped.map(plain))].join(separator);
      const note = noRoom.replace("{columns}", () => names);
      return [...lines, ...wrap(note, width).map((line) => terminal.palette("muted", line))];
    }
    case "scatter":
      return scatterLines(block.plot, terminal);
    case "bars":
      return [];
    case "details":
      return writeTerminal(
        { blocks: [{ kind: "heading", text: block.summary }, ...block.blocks] },
        terminal,
      )
        .trimEnd()
        .split("\n");
    default:
      return [`${plain(block.why)}: ${terminal.palette("strong", plain(block.command))}`];
  }
}

function factLines(facts: readonly Fact[], width: number): string[] {
  const labelWidth = Math.max(0, ...facts.map(({ label }) => displayWidth(label)));
  return facts.flatMap(({ label, value }) =>
    wrap(value, Math.max(20, width - labelWidth - 2)).map((line, index) => {
      const shown = index === 0 ? label : "";
      return `${shown}${" ".repeat(labelWidth - displayWidth(shown))}  ${line}`.trimEnd();
    }),
  );
}
