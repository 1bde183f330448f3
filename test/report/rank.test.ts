import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MATRIX_NAMES, rankMatrix } from "../../src/app/rank.ts";
import { readMatrix } from "../../src/input/matrix/read-matrix.ts";
import { writeMarkdown } from "../../src/report/markdown.ts";
import { createPalette } from "../../src/report/palette.ts";
import { rankDocument } from "../../src/report/rank/document.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import { golden } from "./golden.ts";

const EXAMPLES = join(import.meta.dirname, "../../profiles/matrices");

it.each(["fighter-aircraft", "inference-accelerators"])("the example %s, whole", (name) => {
  const text = readFileSync(join(EXAMPLES, `${name}.yaml`), "utf8");
  const reading = readMatrix(text, `${name}.yaml`, MATRIX_NAMES);
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  const result = rankMatrix(reading.value, { version: "0" });
  const view = { source: `${name}.yaml`, all: true };
  const terminal = { width: 200, palette: createPalette(0), ascii: false };
  const drawn = writeTerminal(rankDocument(result, view), terminal);
  expect(drawn).toBe(golden(`rank/${name}.txt`, drawn));
  const page = writeMarkdown(rankDocument(result, { ...view, all: false }));
  expect(page).toBe(golden(`rank/${name}.md`, page));
});
